import { describe, expect, it } from 'vitest'
import { aTown, founded, KARAKOL, written } from '@/test/authored-town'
import { useDatabase } from '@/test/database'
import { accepted, NOT_FOUND, rateAt, rejected } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { type DeckId, ItemId } from '../../core/ids'
import { EVERYTHING } from '../../core/item/filter-items'
import type { Viewer } from '../../core/people/viewer'
import { SECOND_MS } from '../../core/shared/time'
import { db } from '../../db'
import { chooseItems } from '../decks/accept-items'
import { listItems } from '../decks/list-items'
import { listShownRevisions } from '../decks/shown-items'
import { anotherItem } from './another-item'
import type { AuthoredItem } from './authored-rows'
import { changeItem } from './change-item'
import { reorderItems } from './reorder-items'
import { removeItems, replaceItems, undoReplacement, writeItem } from './write-item'
import { offerWrongOptions } from './wrong-options'

useDatabase()

const CHECKED = { anyway: false }
const OWN_WORDS = { stem: 'When?', key: ['1869'], wrong: [], evidence: [] }

const stemsShown = async (viewer: Viewer, deckId: DeckId) =>
  (await listShownRevisions(viewer, deckId)).map(({ revision }) => revision.stem)

/** What undo has to bring back, down to what each learner retains and when it is due. */
async function everythingOf(owner: Viewer, deckId: DeckId, documentId: string) {
  const order = { orderBy: { id: 'asc' } } as const
  return {
    listed: await listItems(owner, deckId),
    deck: await db().deck.findUnique({ where: { id: deckId } }),
    items: await db().item.findMany({ where: { documentId }, include: { facts: true, revisions: true }, ...order }),
    facts: await db().fact.findMany({ where: { documentId }, ...order }),
    asked: await db().deckFact.findMany({ where: { deckId }, orderBy: { factId: 'asc' } }),
    choices: await db().deckChoice.findMany({ where: { deckId }, orderBy: { itemId: 'asc' } }),
    memories: await db().memory.findMany({ where: { learnerId: owner.learnerId }, orderBy: { factId: 'asc' } }),
    reviews: await db().review.findMany({ where: { learnerId: owner.learnerId }, ...order }),
  }
}

describe('an item that an author writes', () => {
  it('is shown at once, with its finder, its proof and a fact of its own', async () => {
    const { owner, deckId } = await aTown()
    const made = await writeItem(owner, deckId, founded, CHECKED, NOW)
    expect(made).toMatchObject({ kind: 'written', findings: [] })
    expect(await stemsShown(owner, deckId)).toContain(founded.stem)
    const listed = (await listItems(owner, deckId))?.groups.find(({ items }) =>
      items.some(({ finder }) => finder === 'author'),
    )
    expect(listed).toMatchObject({ spans: [KARAKOL], answerSpan: { start: 71, end: 75 } })
    expect(listed?.items).toMatchObject([{ status: 'accepted', held: false, doubts: [] }])
  })

  it('asks the fact of another item with the same proof and answer', async () => {
    const { owner, deckId } = await aTown()
    await written(owner, deckId)
    const later = new Date(NOW.getTime() + SECOND_MS)
    await written(owner, deckId, { ...founded, type: 'choice', wrong: ['1878', '1885', '1916'] }, later)
    const groups = (await listItems(owner, deckId))?.groups ?? []
    const ofAuthor = groups.map(({ items }) =>
      items.filter(({ finder }) => finder === 'author').map(({ type }) => type),
    )
    expect(ofAuthor.filter((types) => types.length > 0)).toEqual([['short-answer', 'choice']])
  })

  it('is saved with what the checks found only when the author overrules them', async () => {
    const { owner, deckId } = await aTown()
    const unproved = { ...founded, evidence: [] }
    expect(await writeItem(owner, deckId, unproved, CHECKED, NOW)).toMatchObject({
      kind: 'rejected',
      reason: 'checks',
      findings: [{ code: 'no-evidence' }],
    })
    expect(await writeItem(owner, deckId, unproved, { anyway: true }, NOW)).toMatchObject({ kind: 'written' })
  })

  it('is judged as what a model writes: by the text, its language and the other items', async () => {
    const { owner, deckId } = await aTown()
    const codes = async (item: AuthoredItem) => {
      const made = await writeItem(owner, deckId, item, CHECKED, NOW)
      return made.kind === 'rejected' && made.reason === 'checks' ? made.findings.map(({ code }) => code) : made.kind
    }
    const asked = (stem: string) => ({ ...founded, stem })
    expect(await codes(asked('In which year was the town of Samarkand founded?'))).toContain('name-not-in-text')
    expect(await codes(asked('Who founded the town of Karakol?'))).toContain('wrong-question-word')
    expect(await codes(asked('В каком году был основан город?'))).toContain('other-language')
    expect(await codes(founded)).toBe('written')
    expect(await codes(asked('In which year was the town Karakol founded?'))).toContain('repeated-question')
  })

  it('is saved in spite of doubts, which are told', async () => {
    const { owner, deckId } = await aTown()
    const made = await writeItem(owner, deckId, { ...founded, stem: 'Karakol founded when?' }, CHECKED, NOW)
    expect(made).toMatchObject({ kind: 'written', findings: [{ code: 'too-short' }] })
  })

  it('is refused as a choice without wrong options', async () => {
    const { owner, deckId } = await aTown()
    expect(await writeItem(owner, deckId, { ...founded, type: 'choice' }, { anyway: true }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'no-wrong-options',
    })
  })

  it('goes with its fact when it is undone', async () => {
    const { owner, deckId, documentId, factIds } = await aTown()
    const { itemId } = await written(owner, deckId)
    expect(await removeItems(owner, deckId, [itemId], NOW)).toEqual({ kind: 'removed', removed: 1, kept: 0 })
    expect(await stemsShown(owner, deckId)).toHaveLength(2)
    expect(await db().fact.count({ where: { documentId } })).toBe(factIds.length)
  })

  it('is rejected instead when it was asked in a quiz meanwhile, and keeps its words', async () => {
    const { owner, deckId } = await aTown()
    const { itemId, revisionId } = await written(owner, deckId)
    const quiz = { deckId, title: 'Quiz', questions: { create: { position: 0, revisionId } } }
    await db().quiz.create({ data: quiz })
    expect(await removeItems(owner, deckId, [itemId], NOW)).toEqual({ kind: 'removed', removed: 0, kept: 1 })
    expect(await stemsShown(owner, deckId)).not.toContain(founded.stem)
    const view = { filter: { ...EVERYTHING, show: 'rejected' as const }, page: 0, item: null }
    const listed = await listItems(owner, deckId, view)
    expect(listed?.groups.flatMap(({ items }) => items.map(({ stem }) => stem))).toEqual([founded.stem])
  })

  it('leaves what the rules made alone when it is undone', async () => {
    const { owner, deckId, itemIds } = await aTown()
    expect(await removeItems(owner, deckId, itemIds, NOW)).toEqual(NOT_FOUND)
  })
})

describe('a changed item', () => {
  it('has another proof in a new revision, and the old one by undo', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const itemId = ItemId.parse(itemIds[0])
    const changed = await changeItem(owner, deckId, itemId, { ...founded }, CHECKED, NOW)
    if (changed.kind === 'rejected') throw new Error(changed.reason)
    expect(changed.itemId).toBe(itemId)
    const [shown] = await listShownRevisions(owner, deckId)
    expect(shown?.revision).toMatchObject({ stem: founded.stem, evidence: [{ ...KARAKOL }] })
    await chooseItems(owner, deckId, changed.previous, NOW)
    expect(await stemsShown(owner, deckId)).toEqual(['Into what does the Naryn flow?', 'Where does the Chu end?'])
  })

  it('of another type is told what the checks find in it', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const short = { ...founded, type: 'flashcard' as const, stem: 'Karakol founded when?' }
    const changed = await changeItem(owner, deckId, ItemId.parse(itemIds[0]), short, CHECKED, NOW)
    expect(changed).toMatchObject({ kind: 'changed', findings: [{ code: 'too-short' }] })
  })

  it('of another type asks the same fact, so that memories stay, and the old one by undo', async () => {
    const { owner, deckId, itemIds, factIds } = await aTown()
    const itemId = ItemId.parse(itemIds[0])
    await rateAt(owner, factIds[0], 'good', NOW)
    const stem = 'Into what does the Naryn flow?'
    const choice = { type: 'choice' as const, stem, key: ['the Syr Darya'], wrong: ['the Chu', 'the Talas'] }
    const changed = await changeItem(
      owner,
      deckId,
      itemId,
      { ...choice, evidence: [{ start: 0, end: 35 }] },
      { anyway: true },
      NOW,
    )
    if (changed.kind === 'rejected') throw new Error(changed.reason)
    const shown = await listShownRevisions(owner, deckId)
    const asChoice = shown.find((item) => item.itemId === changed.itemId)
    expect(asChoice).toMatchObject({ factIds: [factIds[0]], revision: { type: 'choice' } })
    expect(shown).toHaveLength(2)
    await undoReplacement(owner, deckId, { itemIds: changed.added, previous: changed.previous }, NOW)
    expect((await listShownRevisions(owner, deckId)).map(({ revision }) => revision.type)).toEqual([
      'short-answer',
      'short-answer',
    ])
  })
})

describe('items in the place of others', () => {
  it('take them out of the list, unless they are rejected too', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const listed = async (item: string | null = null) => {
      const list = await listItems(owner, deckId, { filter: EVERYTHING, page: 0, item })
      const items = list?.groups.flatMap((group) => group.items) ?? []
      const replacing = items.filter(({ replaces }) => replaces).length
      return { ids: items.map(({ id }) => id).sort(), replacing, all: list?.counts.all }
    }
    const before = await listed()
    const kept = before.ids.filter((id) => id !== itemIds[0])
    const replace = async (itemId: string | undefined) => {
      const made = await replaceItems(owner, deckId, [ItemId.parse(itemId)], [founded], { anyway: true }, NOW)
      if (made.kind === 'rejected') throw new Error(made.reason)
      return made
    }
    const first = await replace(itemIds[0])
    const second = await replace(first.itemIds[0])
    const after = { ids: [...kept, ...second.itemIds].sort(), replacing: 1, all: before.all }
    expect(await listed()).toEqual(after)
    // Asked for by name, it is listed and not counted.
    expect(await listed(itemIds[0])).toEqual({ ...after, ids: [...after.ids, itemIds[0]].sort() })
    await chooseItems(
      owner,
      deckId,
      second.itemIds.map((itemId) => ({ itemId, choice: rejected })),
      NOW,
    )
    expect((await listed()).ids).toEqual([...kept, ...first.itemIds, ...second.itemIds].sort())
    await chooseItems(
      owner,
      deckId,
      second.itemIds.map((itemId) => ({ itemId, choice: accepted })),
      NOW,
    )
    await undoReplacement(owner, deckId, second, NOW)
    await undoReplacement(owner, deckId, first, NOW)
    expect(await listed()).toEqual(before)
  })

  it('ask the facts of all that they replace', async () => {
    const { owner, deckId, itemIds, factIds } = await aTown()
    const both: AuthoredItem = {
      ...{ type: 'matching', stem: 'Where does each river end?', wrong: [], evidence: [{ start: 0, end: 35 }] },
      key: ['the Naryn → the Syr Darya', 'the Chu → the desert'],
    }
    const merged = await replaceItems(owner, deckId, itemIds, [both], { anyway: true }, NOW)
    if (merged.kind === 'rejected') throw new Error(merged.reason)
    expect(await listShownRevisions(owner, deckId)).toMatchObject([{ itemId: merged.itemIds[0], factIds }])
    await undoReplacement(owner, deckId, merged, NOW)
    expect(await stemsShown(owner, deckId)).toHaveLength(2)
  })

  it('credit each answer to the fact that it was about, in whatever order the answers stand', async () => {
    const { owner, deckId, itemIds, factIds } = await aTown()
    const both = { ...founded, stem: 'Into what do they flow?', key: ['in the desert', 'the Syr Darya'] }
    const merged = await replaceItems(owner, deckId, itemIds, [both], { anyway: true }, NOW)
    if (merged.kind === 'rejected') throw new Error(merged.reason)
    expect(await listShownRevisions(owner, deckId)).toMatchObject([{ factIds: [factIds[1], factIds[0]] }])
  })

  it('credit an answer in new words to the fact that no other answer is about', async () => {
    const { owner, deckId, itemIds, factIds } = await aTown()
    for (const key of [
      ['Syr Darya', 'in the desert'],
      ['the Syr Darya', 'the desert'],
    ]) {
      const merged = await replaceItems(owner, deckId, itemIds, [{ ...founded, key }], { anyway: true }, NOW)
      if (merged.kind === 'rejected') throw new Error(merged.reason)
      expect(await listShownRevisions(owner, deckId)).toMatchObject([{ factIds }])
      await undoReplacement(owner, deckId, merged, NOW)
    }
  })

  it('are undone once: what was decided since stays', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const made = await replaceItems(owner, deckId, itemIds, [founded], { anyway: true }, NOW)
    if (made.kind === 'rejected') throw new Error(made.reason)
    await undoReplacement(owner, deckId, made, NOW)
    await chooseItems(owner, deckId, [{ itemId: ItemId.parse(itemIds[0]), choice: rejected }], NOW)
    const shown = await stemsShown(owner, deckId)
    expect(shown).toHaveLength(1)
    expect(await undoReplacement(owner, deckId, made, NOW)).toEqual(NOT_FOUND)
    expect(await stemsShown(owner, deckId)).toEqual(shown)
  })

  it.each([
    ['one of two', 2, [founded]],
    ['two of one', 1, [founded, { ...founded, key: ['1878'] }]],
  ] as const)('leave the deck exactly as before when they are undone: %s', async (_, replaced, by) => {
    const { owner, deckId, documentId, itemIds, factIds } = await aTown()
    for (const factId of factIds) await rateAt(owner, factId, 'good', NOW)
    await chooseItems(owner, deckId, [{ itemId: ItemId.parse(itemIds[1]), choice: accepted }], NOW)
    const before = await everythingOf(owner, deckId, documentId)
    const made = await replaceItems(owner, deckId, itemIds.slice(0, replaced), by, { anyway: true }, NOW)
    if (made.kind === 'rejected') throw new Error(made.reason)
    expect(await everythingOf(owner, deckId, documentId)).not.toEqual(before)
    const undone = await undoReplacement(owner, deckId, made, NOW)
    expect(undone).toEqual({ kind: 'removed', removed: by.length, kept: 0 })
    expect(await everythingOf(owner, deckId, documentId)).toEqual(before)
  })

  it('that were asked in a quiz meanwhile are rejected by undo, and keep their words', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const made = await replaceItems(owner, deckId, itemIds, [founded], { anyway: true }, NOW)
    if (made.kind === 'rejected') throw new Error(made.reason)
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { itemId: { in: [...made.itemIds] } } })
    const quiz = { deckId, title: 'Quiz', questions: { create: { position: 0, revisionId } } }
    await db().quiz.create({ data: quiz })
    expect(await undoReplacement(owner, deckId, made, NOW)).toEqual({ kind: 'removed', removed: 0, kept: 1 })
    expect(await undoReplacement(owner, deckId, made, NOW)).toEqual(NOT_FOUND)
    expect(await stemsShown(owner, deckId)).toEqual(['Into what does the Naryn flow?', 'Where does the Chu end?'])
    expect((await listItems(owner, deckId))?.counts.rejected).toBe(1)
  })

  it('are all saved or none', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const parts = [founded, { ...founded, key: [] }]
    const split = await replaceItems(owner, deckId, itemIds.slice(0, 1), parts, { anyway: true }, NOW)
    expect(split).toEqual({ kind: 'rejected', reason: 'incomplete' })
    expect(await stemsShown(owner, deckId)).toHaveLength(2)
  })
})

it('puts items in an order and back', async () => {
  const { owner, deckId, itemIds } = await aTown()
  const order = async () => (await listShownRevisions(owner, deckId)).map(({ itemId }) => itemId)
  const reordered = await reorderItems(owner, deckId, [...itemIds].reverse())
  expect(reordered).toEqual({ kind: 'reordered', previous: itemIds })
  expect(await order()).toEqual([...itemIds].reverse())
  await reorderItems(owner, deckId, itemIds)
  expect(await order()).toEqual(itemIds)
})

it('lets nobody else write, change, replace, order or remove', async () => {
  const { owner, deckId, itemIds } = await aTown()
  const itemId = ItemId.parse(itemIds[0])
  const own = await written(owner, deckId)
  const stranger = await aLearner()
  const anyway = { anyway: true }
  expect(await writeItem(stranger, deckId, founded, anyway, NOW)).toEqual(NOT_FOUND)
  expect(await changeItem(stranger, deckId, itemId, founded, anyway, NOW)).toEqual(NOT_FOUND)
  expect(await replaceItems(stranger, deckId, [itemId], [founded], anyway, NOW)).toEqual(NOT_FOUND)
  expect(await reorderItems(stranger, deckId, itemIds)).toEqual(NOT_FOUND)
  expect(await removeItems(stranger, deckId, [own.itemId], NOW)).toEqual(NOT_FOUND)
  const replaced = { itemIds: [own.itemId], previous: [{ itemId, choice: accepted }] }
  expect(await undoReplacement(stranger, deckId, replaced, NOW)).toEqual(NOT_FOUND)
  expect(await undoReplacement(stranger, deckId, { ...replaced, previous: [] }, NOW)).toEqual(NOT_FOUND)
  expect(await anotherItem(stranger, deckId, KARAKOL, null, NOW)).toEqual(NOT_FOUND)
  expect(await offerWrongOptions(stranger, deckId, { ...OWN_WORDS, itemId: own.itemId })).toEqual([])
})
