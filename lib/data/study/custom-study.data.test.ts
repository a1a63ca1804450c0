/** @module-tag engines */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aRevision } from '@/test/an-item-revision'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { refreshDecks } from '@/test/refresh-decks'
import { type DeckId, type FactId, ReviewId } from '../../core/ids'
import type { Rating } from '../../core/memory/scheduling/memory'
import type { Selection } from '../../core/memory/session/selection'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { recordReviews } from '../memories/record-reviews'
import { customStudyChoices } from './custom-study'
import { countMore, nextCards } from './next-cards'

useDatabase()
const DAY = 86_400_000
const TEXT = 'One is one. Two is two. Three is three. Four is four. Five is five.'
const NAMES = ['One', 'Two', 'Three', 'Four', 'Five']
const [ONE, TWO, THREE, FOUR, FIVE] = [0, 1, 2, 3, 4]
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY)

/** Five facts, each with a card. */
async function fiveFacts(given: Partial<Viewer> = {}) {
  const viewer = await aLearner(given)
  const facts = NAMES.map((name) => new RegExp(`${name} is .*?\\.`))
  const rows = NAMES.map((name, fact) => ({ type: 'flashcard', stem: `${name}?`, key: [name], facts: [fact] }))
  const { deckId, factIds } = await aKnownQuiz(viewer, 'practice', { text: TEXT, facts, rows })
  const { learnerId } = viewer
  return {
    viewer,
    deckId,
    factIds,
    rate: (fact: number, rating: Rating, at = NOW) => rate(viewer, factIds[fact], rating, at),
    flag: (fact: number, flag: { starred?: boolean; suspended?: boolean; buriedUntil?: Date }) =>
      db().factFlag.create({ data: { learnerId, factId: factIds[fact] ?? '', ...flag } }),
    tag: (fact: number, name: string) =>
      db().factTag.create({ data: { learnerId, factId: factIds[fact] ?? '', name } }),
    chosen: async (only: Selection['kind'] | Selection = 'today', now = NOW, limit = 20) => {
      const selection = typeof only === 'string' ? ({ kind: only } as Selection) : only
      return frontsOf(viewer, { deckId, only: selection, limit }, now)
    },
  }
}
async function rate(viewer: Viewer, factId: FactId | undefined, rating: Rating, at: Date) {
  if (!factId) throw new Error('no such fact')
  const review = { id: ReviewId.parse(randomUUID()), factId, itemId: null, revisionId: null, rating, at, durationMs: 1 }
  const [result] = await recordReviews(viewer, [review], at)
  expect(result?.kind).toBe('saved')
  return review
}
async function frontsOf(viewer: Viewer | null, wanted: Parameters<typeof nextCards>[1], now: Date) {
  const { cards } = await nextCards(viewer, wanted, now)
  return cards.map(({ front }) => NAMES.indexOf(front.replace('?', '')))
}

describe('the day’s work', () => {
  it('leaves out what is suspended, and what is buried until its day comes', async () => {
    const { chosen, flag } = await fiveFacts()
    await flag(ONE, { suspended: true })
    await flag(THREE, { buriedUntil: daysLater(1) })
    await flag(FOUR, { starred: true })
    expect(await chosen()).toEqual([TWO, FOUR, FIVE])
    expect(await chosen('today', daysLater(1))).toEqual([TWO, THREE, FOUR, FIVE])
  })

  it('counts what was reviewed today against the limit of reviews, once a fact, and not what was undone', async () => {
    const { viewer, chosen, rate } = await fiveFacts({ duePerDay: 2, newPerDay: 0 })
    for (const fact of [ONE, TWO, THREE]) await rate(fact, 'easy')
    const due = daysLater(30)
    expect(await chosen('today', due)).toHaveLength(2)
    const review = await rate(ONE, 'again', due)
    await rate(ONE, 'good', new Date(due.getTime() + DAY / 100))
    expect(await chosen('today', new Date(due.getTime() + DAY / 90))).toHaveLength(1)
    const undo = { id: ReviewId.parse(randomUUID()), reversesId: review.id, at: due }
    await recordReviews(viewer, [undo], daysLater(30.2))
    expect((await nextCards(viewer, { limit: 20 }, daysLater(30.2))).counts.due).toBe(1)
  })
})

describe('what follows a session', () => {
  it('is told at its end: new facts that wait for tomorrow', async () => {
    const { viewer, deckId, rate } = await fiveFacts({ newPerDay: 3 })
    const heldBack = async (limit: number) => (await nextCards(viewer, { deckId, limit }, NOW)).holdsBackNew
    expect(await heldBack(3)).toBe(true)
    // There are more for today first.
    expect(await heldBack(2)).toBe(false)
    await rate(ONE, 'easy')
    expect(await heldBack(3)).toBe(true)
    const { viewer: eager, deckId: eagerDeckId } = await fiveFacts({ newPerDay: 5 })
    expect((await nextCards(eager, { deckId: eagerDeckId, limit: 5 }, NOW)).holdsBackNew).toBe(false)
  })

  it('is told also when its own facts are named in the address: the rest of a selection', async () => {
    const { viewer, deckId } = await fiveFacts()
    const rest = (from: number) => countMore(viewer, { deckId, only: { kind: 'all' }, from, limit: 2 }, NOW)
    expect([await rest(0), await rest(2), await rest(4)]).toEqual([3, 1, 0])
    expect(await countMore(await aLearner(), { deckId, only: { kind: 'all' }, limit: 2 }, NOW)).toBe(0)
  })
})

describe('facts chosen apart from the day’s work', () => {
  it('are not counted as due before they are', async () => {
    const { viewer, deckId, rate } = await fiveFacts()
    await rate(ONE, 'easy')
    const { counts } = await nextCards(viewer, { deckId, only: { kind: 'all' }, limit: 20 }, NOW)
    expect(counts).toEqual({ new: 4, learning: 0, due: 0, ahead: 1 })
  })

  it('are those rated Again in the last seven study days, unless that was undone', async () => {
    const { viewer, chosen, rate } = await fiveFacts()
    await rate(ONE, 'again')
    await rate(TWO, 'good')
    const undone = await rate(THREE, 'again')
    await recordReviews(viewer, [{ id: ReviewId.parse(randomUUID()), reversesId: undone.id, at: NOW }], NOW)
    expect(await chosen('forgotten', daysLater(6))).toEqual([ONE])
    expect(await chosen('forgotten', daysLater(7))).toEqual([])
  })

  it('are all that are new, however many a day are wanted', async () => {
    const { chosen, rate } = await fiveFacts({ newPerDay: 1 })
    await rate(ONE, 'good')
    expect(await chosen('new')).toEqual([TWO, THREE, FOUR, FIVE])
  })

  it('are those starred, or under a word', async () => {
    const { chosen, flag, tag } = await fiveFacts()
    await flag(TWO, { starred: true })
    await flag(THREE, { suspended: true })
    await tag(FOUR, 'even')
    await tag(FIVE, 'odd')
    expect(await chosen('starred')).toEqual([TWO])
    expect(await chosen({ kind: 'tag', name: 'even' })).toEqual([FOUR])
    expect(await chosen({ kind: 'tag', name: 'none' })).toEqual([])
  })

  it('are for an exam what it asks for today: steps, what would be lost by then, and a day’s share of new facts', async () => {
    const { viewer, deckId, chosen, rate } = await fiveFacts({ newPerDay: 0 })
    await rate(TWO, 'again')
    await rate(FOUR, 'easy')
    expect(await chosen('exam')).toEqual([])
    const day = new Date('2026-11-27')
    await db().exam.create({ data: { learnerId: viewer.learnerId, deckId, day, target: 0.97 } })
    expect(await chosen('exam')).toEqual([TWO])
    expect(await chosen('exam', daysLater(1))).toEqual([TWO, FOUR, ONE, THREE])
    expect(await chosen('exam', daysLater(4))).toEqual([])
  })

  it('are all there are but those set aside', async () => {
    const { chosen, rate, flag } = await fiveFacts({ newPerDay: 0 })
    await rate(ONE, 'easy')
    await flag(FIVE, { suspended: true })
    expect(await chosen('all')).toEqual([ONE, TWO, THREE, FOUR])
  })

  it('come even when set aside, where they are named', async () => {
    const { viewer, deckId, factIds, flag } = await fiveFacts()
    await flag(TWO, { suspended: true })
    const named = { deckId, factIds: [factIds[TWO] as FactId], limit: 20 }
    expect(await frontsOf(viewer, named, NOW)).toEqual([TWO])
  })

  it('are never of a deck that the viewer may not see, nor chosen by another learner’s flags', async () => {
    const { viewer, deckId, flag, tag, rate } = await fiveFacts()
    await flag(ONE, { starred: true, suspended: true })
    await flag(TWO, { starred: true })
    await tag(TWO, 'even')
    await rate(TWO, 'again')
    await db().exam.create({ data: { learnerId: viewer.learnerId, deckId, day: NOW } })
    const all: Selection[] = [
      ...(['today', 'forgotten', 'new', 'starred', 'exam', 'all'] as const).map((kind) => ({ kind })),
      { kind: 'tag', name: 'even' },
    ]
    const refused = async (who: Viewer | null, wanted: { deckId?: DeckId }) => {
      for (const only of all) expect(await frontsOf(who, { ...wanted, only, limit: 20 }, NOW)).toEqual([])
    }
    const stranger = await aLearner()
    await refused(stranger, { deckId })
    await refused(stranger, {})
    await refused(null, { deckId })
    expect((await customStudyChoices(viewer, deckId)).map(({ kind }) => kind)).toContain('exam')
    expect((await customStudyChoices(stranger, deckId)).map(({ kind }) => kind)).toEqual([
      'forgotten',
      'new',
      'starred',
      'all',
    ])
    await db().document.updateMany({ where: { decks: { some: { id: deckId } } }, data: { ownerId: null } })
    await db().deck.update({ where: { id: deckId }, data: { ownerId: null } })
    for (const only of [all[1], all[3], all[4], all[6]])
      expect(await frontsOf(stranger, { deckId, limit: 20, ...(only ? { only } : {}) }, NOW)).toEqual([])
    expect(await frontsOf(stranger, { deckId, only: { kind: 'all' }, limit: 20 }, NOW)).toHaveLength(5)
  })
})

describe('a chosen set that is larger than a session', () => {
  it('goes on after those that came before, and says how many are left', async () => {
    const { viewer, deckId } = await fiveFacts()
    const wanted = { deckId, only: { kind: 'all' }, limit: 2 } as const
    expect(await frontsOf(viewer, { ...wanted, from: 2 }, NOW)).toEqual([THREE, FOUR])
    expect((await nextCards(viewer, { ...wanted, from: 2 }, NOW)).more).toBe(1)
    expect(await frontsOf(viewer, { ...wanted, from: 4 }, NOW)).toEqual([FIVE])
  })

  it('goes on to its end, however many there are and whichever decks ask them twice', async () => {
    const { viewer, deckId } = await fiveFacts()
    const { documentId } = await db().deck.findUniqueOrThrow({ where: { id: deckId } })
    const { content } = aRevision({ type: 'flashcard', stem: 'Who?', key: ['One'] })
    await db().$executeRaw`
      WITH made AS (
        INSERT INTO "Fact" ("id", "documentId", "contentKey", "position", "kind", "statement", "heading", "spans", "engine")
        SELECT gen_random_uuid(), ${documentId}::uuid, 'more ' || n, 100 + n, 'name', '', '', '[]', 't'
        FROM generate_series(1, 600) n RETURNING "id", "position"
      ), items AS (
        INSERT INTO "Item" ("id", "documentId", "contentKey", "position", "type", "tier", "engine")
        SELECT "id", ${documentId}::uuid, 'more ' || "position", "position", 'flashcard', 'A', 't' FROM made RETURNING "id"
      ), words AS (
        INSERT INTO "Revision" ("id", "itemId", "number", "stem", "content", "keyText", "explanation", "evidence", "isCard")
        SELECT gen_random_uuid(), "id", 1, 'Who?', ${JSON.stringify(content)}::jsonb, 'One', '', '[]', true FROM items RETURNING 1
      )
      INSERT INTO "ItemFact" ("itemId", "factId", "slot") SELECT "id", "id", 0 FROM items, (SELECT count(*) FROM words) w`
    await db().deck.create({ data: { ownerId: viewer.learnerId, documentId, title: 'The same again' } })
    await refreshDecks()
    const from = async (kind: 'all' | 'new', many: number) =>
      (await nextCards(viewer, { only: { kind }, from: many, limit: 20 }, NOW)).cards.length
    for (const kind of ['all', 'new'] as const)
      expect([await from(kind, 560), await from(kind, 600), await from(kind, 605)]).toEqual([20, 5, 0])
  })

  it('asks what was forgotten once each, the weakest of a session first, whatever was rated between', async () => {
    const { viewer, deckId, rate } = await fiveFacts()
    for (const fact of [FIVE, FOUR, THREE, TWO, ONE]) await rate(fact, 'again', daysLater(-fact))
    const wanted = { deckId, only: { kind: 'forgotten' }, limit: 2 } as const
    expect(await frontsOf(viewer, wanted, daysLater(1))).toEqual([TWO, ONE])
    for (const fact of [TWO, ONE]) await rate(fact, 'good', daysLater(1))
    expect(await frontsOf(viewer, { ...wanted, from: 2 }, daysLater(1.01))).toEqual([FOUR, THREE])
    expect(await frontsOf(viewer, { ...wanted, from: 4 }, daysLater(1.01))).toEqual([FIVE])
  })
})
