/** @module-tag engines */

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runIn } from '@/lib/prepared-statements'
import { useDatabase } from '@/test/database'
import { aDeckOfLakes, rateAt } from '@/test/decks'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { DeckId, FactId, ReviewId } from '../../core/ids'
import { masteryOf } from '../../core/memory/scheduling/mastery'
import { DEFAULT_PARAMETERS, writeParameters } from '../../core/memory/scheduling/parameters'
import { recall } from '../../core/memory/scheduling/scheduler'
import { studyDay } from '../../core/memory/scheduling/study-day'
import type { Viewer } from '../../core/people/viewer'
import { seededRandom } from '../../core/shared/random'
import { DAY_MS } from '../../core/shared/time'
import { db } from '../../db'
import { memoriesByFact } from '../memories/memory-rows'
import { rebuildMemories } from '../memories/rebuild-memories'
import { recordReviews } from '../memories/record-reviews'
import { countDays, readStatistics } from './read-statistics'

useDatabase()

const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const TODAY = studyDay(NOW, 'UTC', 4)
const read = async (viewer: Viewer, deckId: DeckId | null = null, now = NOW) => {
  const statistics = await readStatistics(viewer, deckId, now)
  if (!statistics) throw new Error('the deck is the viewer’s to see')
  return statistics
}
const undo = (viewer: Viewer, reversesId: ReviewId, at: Date) =>
  recordReviews(viewer, [{ id: ReviewId.parse(randomUUID()), reversesId, at }], at)

describe('reviews by day', () => {
  it('are those that stand, each in its study day, of one deck or of all', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 3)
    const secondDeck = await aDeckOfLakes(viewer, 1)
    await rateAt(viewer, factIds[0], 'easy', inDays(-3), 6000)
    await rateAt(viewer, factIds[1], 'easy', inDays(-3), 2000)
    await rateAt(viewer, secondDeck.factIds[0], 'easy', NOW, 4000)
    const wrong = await rateAt(viewer, factIds[2], 'again', NOW, 9000)
    await undo(viewer, wrong.id, NOW)
    const all = await read(viewer)
    expect(all.days).toEqual([
      { day: TODAY - 3, reviews: 2, ms: 8000 },
      { day: TODAY, reviews: 1, ms: 4000 },
    ])
    expect(all.secondsPerReview).toBeNull()
    for (let review = 0; review < 7; review++) await rateAt(viewer, secondDeck.factIds[0], 'good', NOW, 3000)
    expect((await read(viewer)).secondsPerReview).toBe(3)
    expect((await read(viewer, deckId)).days).toEqual([{ day: TODAY - 3, reviews: 2, ms: 8000 }])
  })

  it.each(['Asia/Bishkek', 'America/New_York', 'Australia/Lord_Howe', 'UTC'])(
    'agree with the study day in %s, across the change of clocks',
    async (timeZone) => {
      const viewer = await aLearner({ timeZone })
      const { factIds } = await aDeckOfLakes(viewer, 1)
      const random = seededRandom(timeZone.length)
      // Clocks are put back in New York on 1 November 2026.
      const from = Date.parse('2026-10-25T00:00:00Z')
      const times = Array.from({ length: 400 }, () => new Date(from + Math.floor(random() * 14 * DAY_MS)))
      await db().review.createMany({ data: times.map((at) => rowOf(viewer, FactId.parse(factIds[0]), at)) })
      const wanted = new Map<number, number>()
      for (const at of times) {
        const day = studyDay(at, timeZone, viewer.dayStartHour)
        wanted.set(day, (wanted.get(day) ?? 0) + 1)
      }
      const first = studyDay(new Date(from), timeZone, viewer.dayStartHour)
      const counted = await countDays(viewer, { decks: [], isOne: false }, { first, last: first + 16 })
      expect(new Map(counted.map(({ day, reviews }) => [day, reviews]))).toEqual(wanted)
    },
  )
})

describe('true retention', () => {
  it('counts what tested a memory: not first meetings, not steps, not a second time on a day, not what was undone', async () => {
    const viewer = await aLearner()
    const { factIds } = await aDeckOfLakes(viewer, 3)
    const [first, second, third] = factIds
    for (const factId of factIds) await rateAt(viewer, factId, 'easy', inDays(-20))
    const held = (await memoriesByFact(viewer, [String(first)])).get(String(first)) ?? { kind: 'new' as const }
    await rateAt(viewer, first, 'good', inDays(-10))
    await rateAt(viewer, second, 'again', inDays(-10))
    await rateAt(viewer, second, 'good', new Date(inDays(-10).getTime() + 600_000))
    await rateAt(viewer, first, 'again', new Date(inDays(-10).getTime() + 600_000))
    await undo(viewer, (await rateAt(viewer, third, 'again', inDays(-10))).id, inDays(-10))
    const { retention } = await read(viewer)
    const retentionOf = (window: number, isMature: boolean) =>
      retention.find((row) => row.window === window && row.isMature === isMature)
    expect(retentionOf(7, false)).toMatchObject({ reviews: 0, recalled: null, verdict: 'none' })
    for (const window of [30, 90, 365]) {
      expect(retentionOf(window, false)).toMatchObject({ reviews: 2, recalled: { share: 0.5 } })
      expect(retentionOf(window, false)?.expected).toBeCloseTo(recall(held, inDays(-10)), 6)
      expect(retentionOf(window, true)).toMatchObject({ reviews: 0 })
    }
  })

  it('counts as mature what was held for three weeks before, and says the same when the log is replayed', async () => {
    const viewer = await aLearner()
    const { factIds } = await aDeckOfLakes(viewer, 1)
    for (const day of [-200, -190, -150, -3]) await rateAt(viewer, factIds[0], 'easy', inDays(day))
    const before = (await read(viewer)).retention
    expect(before.filter(({ isMature }) => isMature).map(({ reviews }) => reviews)).toEqual([1, 1, 1, 2])
    expect(before.filter(({ isMature }) => !isMature).map(({ reviews }) => reviews)).toEqual([0, 0, 0, 1])
    await db().review.updateMany({ where: { learnerId: viewer.learnerId }, data: { stability: null, expected: null } })
    expect((await read(viewer)).retention.every(({ reviews }) => reviews === 0)).toBe(true)
    await db().$transaction((tx) => rebuildMemories(runIn(tx), viewer.learnerId))
    expect((await read(viewer)).retention).toEqual(before)
  })
})

describe('what falls due', () => {
  it('is counted by day, backlog first, without what study does not show', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 5)
    const { learnerId } = viewer
    for (const factId of factIds) await rateAt(viewer, factId, 'easy', inDays(-20))
    const dueIn = (place: number, days: number) =>
      db().memory.updateMany({ where: { learnerId, factId: factIds[place] ?? '' }, data: { due: inDays(days) } })
    await dueIn(0, -2)
    await dueIn(1, 0)
    await dueIn(2, 5)
    await dueIn(3, 5)
    await dueIn(4, 40)
    expect((await read(viewer, deckId)).forecast).toMatchObject({ backlog: 1 })
    const { days } = (await read(viewer)).forecast
    expect([days.length, days[0], days[5], days.reduce((sum, reviews) => sum + reviews, 0)]).toEqual([30, 1, 2, 3])
    await db().factFlag.create({ data: { learnerId, factId: factIds[2] ?? '', suspended: true } })
    const asking = { facts: { some: { factId: factIds[3] ?? '' } } }
    await db().revision.updateMany({ where: { item: asking }, data: { isCard: false } })
    await db().item.updateMany({ where: asking, data: { type: 'true-false' } })
    await refreshDecks()
    expect((await read(viewer)).forecast.days[5]).toBe(0)
  })
})

describe('facts by mastery', () => {
  it('are counted as `masteryOf` says of each, those not seen with them', async () => {
    const viewer = await aLearner()
    const { factIds } = await aDeckOfLakes(viewer, 60)
    const random = seededRandom(4)
    const met = factIds.slice(0, 50)
    const { documentId } = await db().fact.findUniqueOrThrow({ where: { id: met[0] ?? '' } })
    await db().memory.createMany({
      data: met.map((factId) => ({
        ...{ learnerId: viewer.learnerId, factId, documentId, difficulty: 5, due: NOW, step: 0, reviews: 2, lapses: 0 },
        state: random() < 0.15 ? 'relearning' : 'review',
        stability: Math.exp(random() * 6),
        lastReview: inDays(-Math.floor(Math.exp(random() * 6))),
      })),
    })
    const wanted = [10, 0, 0, 0, 0]
    for (const memory of (await memoriesByFact(viewer, met)).values()) {
      const mastery = masteryOf(memory, NOW)
      wanted[mastery] = (wanted[mastery] ?? 0) + 1
    }
    expect((await read(viewer)).mastery).toEqual(wanted)
  })
})

describe('whose statistics', () => {
  it('are the viewer’s alone, on a deck that both study too, and of no deck that is not theirs to see', async () => {
    const [owner, learner, stranger] = [await aLearner(), await aLearner(), await aLearner()]
    const { deckId, factIds } = await aDeckOfLakes(owner, 2)
    await anAssignment((await aClass(owner, [learner])).classId, deckId)
    for (const day of [-30, -20, -1]) await rateAt(owner, factIds[0], 'easy', inDays(day))
    const seen = await read(learner, deckId)
    expect(seen).toMatchObject({ days: [], secondsPerReview: null, mastery: [2, 0, 0, 0, 0], forecast: { backlog: 0 } })
    expect(seen.retention.every(({ reviews }) => reviews === 0)).toBe(true)
    expect(await readStatistics(stranger, deckId, NOW)).toBeNull()
    expect(await readStatistics(stranger, DeckId.parse(randomUUID()), NOW)).toBeNull()
    expect((await read(stranger)).decks).toEqual([])
  })
})

function rowOf({ learnerId }: Viewer, factId: FactId, at: Date) {
  const parameters = writeParameters(DEFAULT_PARAMETERS)
  return {
    learnerId,
    id: randomUUID(),
    factId,
    source: 'card' as const,
    rating: 'good',
    at,
    scheduled: false,
    parameters,
  }
}
