import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeckOfTwo, rejected } from '@/test/decks'
import { aClass, aDocument, aLearner, anAssignment, NOW } from '@/test/factories'
import { longText } from '@/test/long-text'
import { refreshDecks } from '@/test/refresh-decks'
import { EVERYTHING, type ItemFilter } from '../../core/item/filter-items'
import { db } from '../../db'
import { chooseItem } from './accept-items'
import { changeDepth } from './deck-depth'
import { listItems } from './list-items'

useDatabase()

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
    await refreshDecks()
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

it('does not say which fact an item asks to those who may be asked it later', async () => {
  const { owner, deckId } = await aDeckOfTwo()
  const learner = await aLearner()
  await anAssignment((await aClass(owner, [learner])).classId, deckId)
  const groups = (await listItems(learner, deckId))?.groups ?? []
  expect(groups.flatMap(({ items }) => items).every((item) => item.factIds.length === 0)).toBe(true)
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
    const { deckId, itemIds } = await aDocument(owner, longText(9_000))
    await changeDepth(owner, deckId, 'everything')
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
    const ready = await listItems(owner, deckId, only({ show: 'ready' }))
    expect(idsOf(ready)).not.toContain(itemId)
    expect(idsOf(await listItems(owner, deckId, { ...only({ show: 'ready' }), item: itemId }))).toContain(itemId)
    expect(ready?.counts).toMatchObject({ all: itemIds.length, rejected: 1 })
  })

  it('tells a learner nothing of what the author decided', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    const learner = await aLearner()
    await anAssignment((await aClass(owner, [learner])).classId, deckId)
    await chooseItem(owner, deckId, itemId, rejected, NOW)
    const whole = await listItems(learner, deckId)
    expect(await listItems(learner, deckId, only({ show: 'rejected' }))).toEqual(whole)
    expect(whole?.counts).toMatchObject({ 'to-check': 0, rejected: 0 })
    expect(idsOf(whole)).not.toContain(itemId)
    // Spans and answers of questions would give their keys away.
    const cards = whole?.groups.filter(({ items }) => items.every(({ type }) => type === 'flashcard')) ?? []
    expect(whole?.stated).toEqual(cards.flatMap(({ spans }) => spans))
  })
})
