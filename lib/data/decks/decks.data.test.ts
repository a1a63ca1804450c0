import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aDocument, aLearner, anAssignment, NOW } from '@/test/factories'
import { longText } from '@/test/long-text'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId, ItemId, RevisionId } from '../../core/ids'
import { EVERYTHING, type ItemFilter } from '../../core/item/filter-items'
import { db } from '../../db'
import { deleteDocument } from '../documents/delete-document'
import { chooseItem } from './choose-item'
import { editItem } from './edit-item'
import { findDeck } from './find-deck'
import { listItems } from './list-items'
import { listShownRevisions } from './list-shown-revisions'
import { readDocument } from './read-document'
import { renameDeck } from './rename-deck'

useDatabase()

const accepted = { choice: 'accepted' as const, revisionId: null }
const rejected = { choice: 'rejected' as const, revisionId: null }
const NOT_FOUND = { kind: 'rejected', reason: 'not-found' }

async function aDeckOfTwo() {
  const owner = await aLearner()
  const deck = await aDeck(owner)
  const [itemId] = deck.itemIds
  if (!itemId) throw new Error('The engine made no item of the text.')
  return { owner, itemId, ...deck }
}

const shownIds = async (...args: Parameters<typeof listShownRevisions>) =>
  (await listShownRevisions(...args)).map((shown) => shown.itemId)

describe('what learners meet of a deck', () => {
  it('is tier A unless rejected, and what waits once it is accepted', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    expect(await shownIds(owner, deckId)).toContain(itemId)
    await chooseItem(owner, deckId, itemId, rejected, NOW)
    expect(await shownIds(owner, deckId)).not.toContain(itemId)
    await chooseItem(owner, deckId, itemId, null, NOW)
    await db().item.update({ where: { id: itemId }, data: { tier: 'B' } })
    expect(await shownIds(owner, deckId)).not.toContain(itemId)
    await chooseItem(owner, deckId, itemId, accepted, NOW)
    expect(await shownIds(owner, deckId)).toContain(itemId)
  })

  it('can be asked by type and by fact', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    const all = await listShownRevisions(owner, deckId)
    const [first] = all
    const factId = first?.factIds[0]
    if (!first || !factId) throw new Error('no item')
    const some = await listShownRevisions(owner, deckId, { types: [first.type], factIds: [factId] })
    expect(some.length).toBeGreaterThan(0)
    expect(some.every(({ type, factIds }) => type === first.type && factIds.includes(factId))).toBe(true)
    expect(await listShownRevisions(owner, deckId, { factIds: [] })).toEqual([])
  })

  it('is in the order of the document', async () => {
    const { owner, deckId, itemIds } = await aDeckOfTwo()
    const shown = await shownIds(owner, deckId)
    expect(shown).toEqual(itemIds.filter((id) => shown.includes(id)))
  })
})

describe('an author’s word', () => {
  it('is undone by the choice before it', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    expect(await chooseItem(owner, deckId, itemId, accepted, NOW)).toEqual({ kind: 'chosen', previous: null })
    const turned = await chooseItem(owner, deckId, itemId, rejected, NOW)
    if (turned.kind !== 'chosen') throw new Error(turned.reason)
    expect(turned.previous).toEqual(accepted)
    await chooseItem(owner, deckId, itemId, turned.previous, NOW)
    expect(await shownIds(owner, deckId)).toContain(itemId)
  })

  it('becomes a new revision when it is an edit, and the old one stays', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    const [before] = await listShownRevisions(owner, deckId, { types: ['flashcard'] })
    if (!before) throw new Error('no card')
    const { itemId } = before
    const edit = {
      stem: `${before.revision.stem.replace(/\?$/, '')}, by the text?`,
      key: before.revision.key,
      wrong: [],
    }
    const edited = await editItem(owner, deckId, itemId, edit, { anyway: true }, NOW)
    expect(edited).toMatchObject({ kind: 'edited', previous: null })
    const after = (await listShownRevisions(owner, deckId)).find((shown) => shown.itemId === itemId)
    expect(after?.revision).toMatchObject({ stem: edit.stem, key: before.revision.key })
    expect(after?.revision.id).not.toBe(before.revision.id)
    expect(await db().revision.findUnique({ where: { id: before.revision.id } })).toMatchObject({
      stem: before.revision.stem,
    })
    await chooseItem(owner, deckId, itemId, null, NOW)
    expect((await listShownRevisions(owner, deckId)).find((shown) => shown.itemId === itemId)).toEqual(before)
  })

  it('meets the lint first, and is saved in spite of it only when asked', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    const [card] = await listShownRevisions(owner, deckId, { types: ['flashcard'] })
    if (!card) throw new Error('no card')
    const edit = { stem: 'What did this circumstance lead to?', key: card.revision.key, wrong: [] }
    const refused = await editItem(owner, deckId, card.itemId, edit, { anyway: false }, NOW)
    expect(refused).toMatchObject({ kind: 'rejected', reason: 'lint' })
    expect(await db().revision.count({ where: { itemId: card.itemId } })).toBe(1)
    expect(await editItem(owner, deckId, card.itemId, edit, { anyway: true }, NOW)).toMatchObject({ kind: 'edited' })
  })

  it('is not saved without a question or an answer', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    for (const edit of [
      { stem: ' ', key: ['a'], wrong: [] },
      { stem: 'What?', key: [' '], wrong: [] },
    ]) {
      expect(await editItem(owner, deckId, itemId, edit, { anyway: true }, NOW)).toEqual({
        kind: 'rejected',
        reason: 'incomplete',
      })
    }
  })
})

describe('a stranger', () => {
  it('finds nothing of another’s deck, by guessed id or real', async () => {
    const { deckId, itemId, documentId } = await aDeckOfTwo()
    const stranger = await aLearner()
    for (const who of [stranger, null]) {
      for (const id of [deckId, DeckId.parse(randomUUID())]) {
        expect(await findDeck(who, id)).toBeNull()
        expect(await readDocument(who, id)).toBeNull()
        expect(await listItems(who, id)).toBeNull()
        expect(await listShownRevisions(who, id)).toEqual([])
      }
    }
    const edit = { stem: 'What?', key: ['a'], wrong: [] }
    expect(await chooseItem(stranger, deckId, itemId, rejected, NOW)).toEqual(NOT_FOUND)
    expect(await editItem(stranger, deckId, itemId, edit, { anyway: true }, NOW)).toEqual(NOT_FOUND)
    expect(await renameDeck(stranger, deckId, 'Mine')).toEqual(NOT_FOUND)
    expect(await deleteDocument(stranger, documentId)).toEqual(NOT_FOUND)
    expect(await db().deckChoice.count({ where: { deckId } })).toBe(0)
  })

  it('cannot reach an item through a deck of their own', async () => {
    const { itemId } = await aDeckOfTwo()
    const stranger = await aLearner()
    const own = await aDeck(stranger)
    expect(await chooseItem(stranger, own.deckId, itemId, rejected, NOW)).toEqual(NOT_FOUND)
    expect(await chooseItem(stranger, own.deckId, ItemId.parse(randomUUID()), rejected, NOW)).toEqual(NOT_FOUND)
  })

  it('cannot show a revision of another item', async () => {
    const { owner, deckId, itemIds } = await aDeckOfTwo()
    const [first, second] = itemIds
    const other = await db().revision.findFirstOrThrow({ where: { itemId: second ?? '' } })
    const choice = { choice: 'accepted' as const, revisionId: RevisionId.parse(other.id) }
    if (!first) throw new Error('no item')
    expect(await chooseItem(owner, deckId, first, choice, NOW)).toEqual(NOT_FOUND)
  })

  it('becomes a reader once the deck is assigned to their class, and never an author', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    expect(await findDeck(learner, deckId)).toBeNull()
    await anAssignment(classId, deckId)
    expect(await findDeck(learner, deckId)).toMatchObject({ mayEdit: false, shipped: false })
    expect((await listShownRevisions(learner, deckId)).length).toBeGreaterThan(0)
    expect(await chooseItem(learner, deckId, itemId, rejected, NOW)).toEqual(NOT_FOUND)
  })
})

describe('the list of items', () => {
  it('gives the author every item under its fact, with keys', async () => {
    const { owner, deckId, itemIds } = await aDeckOfTwo()
    const listed = await listItems(owner, deckId)
    const items = listed?.groups.flatMap((fact) => fact.items) ?? []
    expect(items.map(({ id }) => id).sort()).toEqual([...itemIds].sort())
    expect(items.every(({ answer }) => answer !== null)).toBe(true)
  })

  it('gives others no key of a question, and nothing that waits or was rejected', async () => {
    const { owner, deckId, itemIds } = await aDeckOfTwo()
    const learner = await aLearner()
    await anAssignment((await aClass(owner, [learner])).classId, deckId)
    const [waits, turned] = itemIds
    if (!waits || !turned) throw new Error('no items')
    await db().item.updateMany({ where: { id: { in: [...itemIds] } }, data: { tier: 'A' } })
    await db().item.update({ where: { id: waits }, data: { tier: 'B' } })
    await chooseItem(owner, deckId, turned, rejected, NOW)
    const items = (await listItems(learner, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    expect(items.length).toBe(itemIds.length - 2)
    for (const item of items) expect(item.answer === null).toBe(item.type !== 'flashcard')
  })

  it('puts no question beside the sentence that proves it, unless its author looks', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    const learner = await aLearner()
    await anAssignment((await aClass(owner, [learner])).classId, deckId)
    const groups = (await listItems(learner, deckId))?.groups ?? []
    const withQuestions = groups.filter(({ items }) => items.some(({ type }) => type !== 'flashcard'))
    expect(withQuestions.length).toBeGreaterThan(0)
    for (const group of withQuestions) expect(group).toMatchObject({ statement: '', spans: [], answerSpan: null })
  })
})

describe('how much of a document is asked', () => {
  const TERMS = `# Words of the trade

A relay is a switch that repeats a weak signal with fresh power. A sounder is an instrument that turns a current into
clicks. Fading is the loss of strength that a current suffers on a long wire.
`

  /** Facts and items that learners meet, from the rows themselves. */
  async function metOf(owner: Viewer, deckId: DeckId) {
    const shown = await listShownRevisions(owner, deckId)
    return { facts: new Set(shown.flatMap(({ factIds }) => factIds)).size, items: shown.length }
  }

  it('counts what learners meet, and each fact of an item that asks several, but nothing that waits or was rejected', async () => {
    const owner = await aLearner()
    const { deckId, itemIds, factIds } = await aDocument(owner, TERMS)
    const asked = async () => (await listItems(owner, deckId))?.asked
    expect(await asked()).toMatchObject({ found: factIds.length, ...(await metOf(owner, deckId)) })
    const several = await db().item.findFirstOrThrow({
      where: { id: { in: [...itemIds] }, facts: { some: { slot: { gt: 0 } } } },
    })
    await db().item.updateMany({ where: { id: { in: [...itemIds], not: several.id } }, data: { tier: 'B' } })
    await db().item.update({ where: { id: several.id }, data: { tier: 'A' } })
    const together = await db().itemFact.count({ where: { itemId: several.id } })
    expect(together).toBeGreaterThan(1)
    expect(await asked()).toMatchObject({ found: factIds.length, facts: together, items: 1 })
    await chooseItem(owner, deckId, ItemId.parse(several.id), rejected, NOW)
    expect(await asked()).toMatchObject({ found: factIds.length, facts: 0, items: 0 })
    const single = await db().item.findFirstOrThrow({ where: { id: { in: [...itemIds], not: several.id } } })
    await chooseItem(owner, deckId, ItemId.parse(single.id), accepted, NOW)
    expect(await asked()).toMatchObject({ found: factIds.length, ...(await metOf(owner, deckId)), items: 1 })
  })

  it('is told a learner as it is told the author, without saying which fact an item asks', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    const learner = await aLearner()
    await anAssignment((await aClass(owner, [learner])).classId, deckId)
    const [mine, theirs] = [await listItems(owner, deckId), await listItems(learner, deckId)]
    expect(theirs?.asked).toEqual({ ...mine?.asked, by: {} })
    expect(theirs?.groups.flatMap(({ items }) => items).every((item) => item.factIds.length === 0)).toBe(true)
  })
})

describe('a page of the list', () => {
  const only = (filter: Partial<ItemFilter>, page = 0) => ({
    filter: { ...EVERYTHING, ...filter },
    page,
    item: null,
  })
  const idsOf = (page: Awaited<ReturnType<typeof listItems>>) =>
    page?.groups.flatMap(({ items }) => items.map(({ id }) => id)) ?? []

  async function aLongDeck() {
    const owner = await aLearner()
    const { deckId, itemIds } = await aDocument(owner, longText(5_000))
    const count = (await listItems(owner, deckId))?.pages ?? 0
    const numbers = Array.from({ length: count }, (_, at) => at + 1)
    const pages = await Promise.all(numbers.map((page) => listItems(owner, deckId, only({}, page))))
    return { owner, deckId, itemIds, pages: pages.flatMap((page) => page ?? []) }
  }

  it('numbers each item in the document’s order, and each is on one page', async () => {
    const { owner, deckId, itemIds, pages } = await aLongDeck()
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.flatMap(idsOf).sort()).toEqual([...itemIds].sort())
    const items = pages.flatMap(({ groups }) => groups.flatMap((group) => group.items))
    expect(items.map(({ number }) => number)).toEqual(itemIds.map((_, at) => at + 1))
    const last = itemIds.at(-1) ?? ''
    expect(idsOf(await listItems(owner, deckId, { ...only({}), item: last }))).toContain(last)
    expect(await listItems(owner, deckId, only({}, 1_000))).toMatchObject({ page: pages.length })
  })

  it('says what stands before and after it, and where each section begins', async () => {
    const { pages } = await aLongDeck()
    const ends = pages.map((page) => ({ first: idsOf(page)[0] ?? null, last: idsOf(page).at(-1) ?? null }))
    for (const [at, { page, before, after, sections }] of pages.entries()) {
      expect({ page, before, after }).toEqual({
        page: at + 1,
        before: ends[at - 1]?.last ?? null,
        after: ends[at + 1]?.first ?? null,
      })
      expect(sections).toEqual(pages[0]?.sections)
    }
    for (const section of pages[0]?.sections ?? [])
      expect(pages[section.page - 1]?.groups.map(({ id }) => id)).toContain(section.first)
  })

  it('holds what the author asks for, and the item that was just decided', async () => {
    const { owner, deckId, itemId, itemIds } = await aDeckOfTwo()
    await chooseItem(owner, deckId, itemId, rejected, NOW)
    expect(idsOf(await listItems(owner, deckId, only({ show: 'rejected' })))).toEqual([itemId])
    const others = await listItems(owner, deckId, only({ show: 'ready' }))
    expect(idsOf(others)).not.toContain(itemId)
    expect(idsOf(await listItems(owner, deckId, { ...only({ show: 'ready' }), item: itemId }))).toContain(itemId)
    expect(others?.counts.shown).toMatchObject({ all: itemIds.length, rejected: 1 })
    const cards = await listItems(owner, deckId, only({ type: 'flashcard' }))
    expect(cards?.groups.flatMap(({ items }) => items).every(({ type }) => type === 'flashcard')).toBe(true)
  })

  it('tells a learner nothing of what the author decided', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    const learner = await aLearner()
    await anAssignment((await aClass(owner, [learner])).classId, deckId)
    await chooseItem(owner, deckId, itemId, rejected, NOW)
    const whole = await listItems(learner, deckId)
    expect(await listItems(learner, deckId, only({ show: 'rejected', tier: 'B' }))).toEqual(whole)
    expect(whole?.counts.shown).toMatchObject({ waiting: 0, rejected: 0 })
    expect(idsOf(whole)).not.toContain(itemId)
    // Spans and answers of questions would give their keys away.
    const cards = whole?.groups.filter(({ items }) => items.every(({ type }) => type === 'flashcard')) ?? []
    expect(whole?.stated).toEqual(cards.flatMap(({ spans }) => spans))
  })
})

describe('a document', () => {
  it('takes everything with it when its owner deletes it', async () => {
    const { owner, deckId, documentId, itemIds } = await aDeckOfTwo()
    for (const id of itemIds) await chooseItem(owner, deckId, id, accepted, NOW)
    const [first] = await listShownRevisions(owner, deckId, { types: ['flashcard'] })
    if (!first) throw new Error('no card')
    const edit = { stem: 'What is it?', key: ['a lake'], wrong: [] }
    await editItem(owner, deckId, first.itemId, edit, { anyway: true }, NOW)
    expect(await deleteDocument(owner, documentId)).toEqual({ kind: 'deleted' })
    for (const left of [
      db().deck.count({ where: { id: deckId } }),
      db().fact.count({ where: { documentId } }),
      db().revision.count({ where: { itemId: { in: [...itemIds] } } }),
      db().deckChoice.count({ where: { deckId } }),
    ]) {
      expect(await left).toBe(0)
    }
  })

  it('stays while a class works with it', async () => {
    const { owner, deckId, documentId } = await aDeckOfTwo()
    const { classId, name } = await aClass(owner)
    const assignment = await anAssignment(classId, deckId)
    expect(await deleteDocument(owner, documentId)).toEqual({ kind: 'rejected', reason: 'assigned', classes: [name] })
    await db().assignment.delete({ where: { id: assignment } })
    expect(await deleteDocument(owner, documentId)).toEqual({ kind: 'deleted' })
  })

  it('is not found under a guessed id', async () => {
    expect(await deleteDocument(await aLearner(), DocumentId.parse(randomUUID()))).toEqual(NOT_FOUND)
  })

  it('keeps its title when the deck is renamed', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    expect(await renameDeck(owner, deckId, '  Lakes, spring term ')).toEqual({ kind: 'renamed' })
    expect(await findDeck(owner, deckId)).toMatchObject({ title: 'Lakes, spring term' })
    expect((await readDocument(owner, deckId))?.title).toBe('The mountain lakes')
    expect(await renameDeck(owner, deckId, '  ')).toEqual({ kind: 'rejected', reason: 'blank' })
  })
})
