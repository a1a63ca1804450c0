import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { anAddress } from '@/test/accounts'
import { useDatabase } from '@/test/database'
import { accepted, aDeckOfTwo, aKnownDeck, NOT_FOUND, rejected } from '@/test/decks'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { ratingOf } from '@/test/studying'
import { DocumentId, ItemId } from '../../core/ids'
import { parseContent, write } from '../../core/question-types/registry'
import { db } from '../../db'
import { copyDeck } from '../copy-deck/copy-deck'
import { deleteDocument } from '../documents/delete-deck'
import { recordReviews } from '../memories/record-reviews'
import { search } from '../search/search'
import { nextCards } from '../study/next-cards'
import { chooseItem } from './accept-items'
import { editItem } from './edit-item'
import { findDeck } from './find-deck'
import { renameDeck } from './rename-deck'
import { listShownRevisions } from './shown-items'

useDatabase()

const CHECKED = { anyway: false }

const shownIds = async (...args: Parameters<typeof listShownRevisions>) =>
  (await listShownRevisions(...args)).map((shown) => shown.itemId)

async function stemsOf(documentId: string) {
  const where = { item: { documentId } }
  return (await db().revision.findMany({ where, orderBy: { id: 'asc' } })).map(({ stem }) => stem)
}

describe('what learners meet of a deck', () => {
  it('is tier A unless rejected, and what waits once it is accepted', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    expect(await shownIds(owner, deckId)).toContain(itemId)
    await chooseItem(owner, deckId, itemId, rejected, NOW)
    expect(await shownIds(owner, deckId)).not.toContain(itemId)
    await chooseItem(owner, deckId, itemId, null, NOW)
    await db().item.update({ where: { id: itemId }, data: { tier: 'B' } })
    await refreshDecks()
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
    const some = await listShownRevisions(owner, deckId, { types: [first.revision.type], factIds: [factId] })
    expect(some.length).toBeGreaterThan(0)
    expect(
      some.every(({ revision, factIds }) => revision.type === first.revision.type && factIds.includes(factId)),
    ).toBe(true)
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
      key: write(before.revision).key,
      wrong: [],
    }
    const edited = await editItem(owner, deckId, itemId, edit, { anyway: true }, NOW)
    expect(edited).toMatchObject({ kind: 'edited', previous: null })
    const after = (await listShownRevisions(owner, deckId)).find((shown) => shown.itemId === itemId)
    expect(after?.revision).toMatchObject({ stem: edit.stem, content: before.revision.content })
    expect(after?.revision.id).not.toBe(before.revision.id)
    expect(await db().revision.findUnique({ where: { id: before.revision.id } })).toMatchObject({
      stem: before.revision.stem,
    })
    await chooseItem(owner, deckId, itemId, null, NOW)
    expect((await listShownRevisions(owner, deckId)).find((shown) => shown.itemId === itemId)).toEqual(before)
  })

  it('is refused with what the checks find, and saved in spite of it only when asked', async () => {
    const { owner, deckId } = await aDeckOfTwo()
    const [card] = await listShownRevisions(owner, deckId, { types: ['flashcard'] })
    if (!card) throw new Error('no card')
    const edit = { stem: 'What did this circumstance lead to?', key: write(card.revision).key, wrong: [] }
    const refused = await editItem(owner, deckId, card.itemId, edit, { anyway: false }, NOW)
    expect(refused).toMatchObject({ kind: 'rejected', reason: 'checks' })
    expect(await db().revision.count({ where: { itemId: card.itemId } })).toBe(1)
    expect(await editItem(owner, deckId, card.itemId, edit, { anyway: true }, NOW)).toMatchObject({ kind: 'edited' })
  })

  it('is saved in spite of doubts, which are told, and is no repetition of itself', async () => {
    const owner = await aLearner()
    const text = 'The town of Karakol was founded in 1869.'
    const { deckId, itemIds } = await aKnownDeck(owner, {
      text,
      items: [{ type: 'short-answer', stem: 'In which year was the town of Karakol founded?', key: ['1869'] }],
    })
    const [itemId] = itemIds
    if (!itemId) throw new Error('no item')
    const proof = { start: 0, end: text.length, quote: text }
    await db().revision.updateMany({ where: { itemId }, data: { evidence: [proof] } })
    const edit = (stem: string) => editItem(owner, deckId, itemId, { stem, key: ['1869'], wrong: [] }, CHECKED, NOW)
    expect(await edit('In what year was the town of Karakol founded?')).toMatchObject({ kind: 'edited', findings: [] })
    expect(await edit('Karakol founded when?')).toMatchObject({ kind: 'edited', findings: [{ code: 'too-short' }] })
  })

  it('is not saved as a choice that offers nothing wrong, and drops reasons that speak of another key', async () => {
    const { owner, deckId, itemIds } = await aDeckOfTwo()
    const where = { itemId: { in: [...itemIds] }, item: { type: 'choice' } }
    const { itemId, stem, content } = await db().revision.findFirstOrThrow({ where })
    const { key, options } = write(parseContent(content))
    const distractorReasons = Object.fromEntries(options.map((option) => [option, `It is not ${key[0]}.`]))
    await db().revision.updateMany({ where: { itemId }, data: { content: { ...Object(content), distractorReasons } } })
    const id = ItemId.parse(itemId)
    const nothingWrong = { stem, key, wrong: key }
    expect(await editItem(owner, deckId, id, nothingWrong, { anyway: true }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'no-wrong-options',
    })
    const wrong = options.filter((option) => !key.includes(option))
    await editItem(owner, deckId, id, { stem, key: ['Bishkek'], wrong }, { anyway: true }, NOW)
    const edited = await db().revision.findFirstOrThrow({ where: { itemId, authorId: owner.learnerId } })
    expect(edited.content).toMatchObject({ answer: { text: 'Bishkek' }, distractorReasons: {} })
    expect(write(parseContent(edited.content)).options).toEqual(expect.arrayContaining(wrong))
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

  it('is called before its stems what the deck is renamed to, and nothing else changes', async () => {
    const { owner, deckId, documentId } = await aDeckOfTwo()
    const cards = async () => (await nextCards(owner, { deckId, limit: 20 }, NOW)).cards
    const [studied] = await cards()
    if (!studied) throw new Error('no card')
    await recordReviews(owner, [ratingOf(studied, 'good', NOW)], NOW)
    const kept = async () => ({
      items: await db().item.findMany({ where: { documentId }, orderBy: { position: 'asc' } }),
      facts: await db().fact.findMany({ where: { documentId }, orderBy: { position: 'asc' } }),
      memories: await db().memory.findMany({ where: { learnerId: owner.learnerId } }),
    })
    const [before, rows] = [await stemsOf(documentId), await kept()]
    expect(before.filter((stem) => stem.startsWith('The mountain lakes')).length).toBeGreaterThan(0)
    expect(await renameDeck(owner, deckId, ' Waters of\u202E the\n north ')).toEqual({ kind: 'renamed' })
    expect(await findDeck(owner, deckId)).toMatchObject({ title: 'Waters of the north' })
    expect(await stemsOf(documentId)).toEqual(
      before.map((stem) => stem.replace(/^The mountain lakes(?=[:,])/, 'Waters of the north')),
    )
    expect(await kept()).toEqual(rows)
    const titles = (await cards()).flatMap(({ label }) => label?.title ?? [])
    expect(new Set(titles)).toEqual(new Set(['Waters of the north']))
    expect((await search(owner, 'waters')).items.hits.length).toBeGreaterThan(0)
    expect(await renameDeck(owner, deckId, ' \u202E ')).toEqual({ kind: 'rejected', reason: 'blank' })
  })

  it('keeps its title while another deck stands on it', async () => {
    const { owner, deckId, documentId } = await aDeckOfTwo()
    const before = await stemsOf(documentId)
    const copied = await copyDeck(owner, deckId, { title: 'Second', address: anAddress() }, NOW)
    if (copied.kind === 'rejected') throw new Error(copied.reason)
    expect(await renameDeck(owner, copied.deckId, 'Waters of the north')).toEqual({ kind: 'renamed' })
    expect(await stemsOf(documentId)).toEqual(before)
  })
})
