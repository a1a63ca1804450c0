import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Memory } from '../../memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../../memory/scheduling/parameters'
import { recall, reviewMemory } from '../../memory/scheduling/scheduler'
import { studyDay } from '../../memory/scheduling/study-day'
import { examMoment } from '../../memory/session/select-for-exam'
import { type RandomSource, seededRandom } from '../../shared/random'
import { DAY_MS } from '../../shared/time'
import { wilson } from '../wilson'
import { examDay } from './exam-day'
import { planExam } from './plan-exam'
import { distributionOf, ninetyPercentOf } from './poisson-binomial'
import { readinessIfIdle, readinessNow, readinessOf } from './readiness'
import type { ExamFact } from './simulate-study'

const NOW = new Date('2026-11-24T12:00:00Z')
const TODAY = studyDay(NOW, 'UTC', 4)
const PACE = { secondsPerCard: 10, metToday: 0 }
const NEW: Memory = { kind: 'new' }
const seen = (daysAgo: number) =>
  reviewMemory(NEW, 'easy', new Date(NOW.getTime() - daysAgo * DAY_MS), DEFAULT_PARAMETERS, 'fact')
const some = (count: number, memory: Memory) =>
  Array.from({ length: count }, () => ({ memory, studied: true, factId: 'fact' }))
const plan = (facts: ReturnType<typeof some>, days: number, target: number, pace = PACE) =>
  planExam(facts, { day: TODAY + days, target }, pace, NOW, DEFAULT_PARAMETERS)

describe('how many of some facts are recalled', () => {
  it('is spread as every outcome, counted one by one, says', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })
    fc.assert(
      fc.property(chances, (drawn) => {
        const counted = new Array<number>(drawn.length + 1).fill(0)
        for (let outcome = 0; outcome < 2 ** drawn.length; outcome++) {
          const hits = drawn.map((_, place) => ((outcome >> place) & 1) === 1)
          const chance = drawn.reduce((product, one, place) => product * (hits[place] ? one : 1 - one), 1)
          const count = hits.filter(Boolean).length
          counted[count] = (counted[count] ?? 0) + chance
        }
        for (const [count, chance] of distributionOf(drawn).entries())
          expect(chance).toBeCloseTo(counted[count] ?? 0, 9)
      }),
    )
  })

  it('lies between the same counts exactly and by the approximation, at 500 facts', () => {
    const chances = Array.from({ length: 500 }, (_, place) => 0.5 + (place % 50) / 100)
    const { low, high } = ninetyPercentOf(chances)
    const more = ninetyPercentOf([...chances, 0])
    expect(Math.abs(more.low - low)).toBeLessThanOrEqual(1)
    expect(Math.abs(more.high - high)).toBeLessThanOrEqual(1)
  })

  it('holds the share between its bounds, also where all are nearly certain', () => {
    const { share, low, high } = readinessOf([0.99, 0.99, 0.99, 0])
    expect([share, low, high]).toEqual([expect.closeTo(0.7425), share, 0.75])
  })

  it('is certain where every chance is', () => {
    expect(readinessOf([1, 1, 0, 0])).toEqual({ share: 0.5, low: 0.5, high: 0.5 })
    expect(readinessOf([])).toEqual({ share: 0, low: 0, high: 0 })
  })
})

describe('readiness', () => {
  it('counts what was not seen as not recalled, and falls until the day when nothing is done', () => {
    const memories = [seen(1), seen(1), NEW, NEW]
    const now = readinessNow(memories, NOW, DEFAULT_PARAMETERS)
    const idle = readinessIfIdle(memories, { day: TODAY + 30, target: 0.9 }, NOW, DEFAULT_PARAMETERS)
    expect(now.share).toBeGreaterThan(0.48)
    expect(now.share).toBeLessThan(0.5)
    expect(idle.share).toBeLessThan(now.share - 0.05)
    expect(idle.low).toBeLessThanOrEqual(idle.share)
    expect(idle.high).toBeGreaterThanOrEqual(idle.share)
  })
})

describe('the plan for an exam', () => {
  it('spreads the new facts that the target needs over the days, and reaches it', () => {
    const made = plan([...some(50, NEW), ...some(50, seen(2))], 10, 0.9)
    expect(made).toMatchObject({ kind: 'reachable' })
    expect(made?.newPerDay).toBeGreaterThanOrEqual(4)
    expect(made?.newPerDay).toBeLessThanOrEqual(5)
    expect(made?.readiness.share).toBeGreaterThan(0.89)
    expect(made?.reviewsPerDay).toBeGreaterThan(0)
  })

  it('says when even three hours of new facts a day do not reach it, and what they do', () => {
    const made = plan(some(3000, NEW), 2, 0.9)
    expect(made?.kind).toBe('out-of-reach')
    expect(made?.newPerDay).toBe(540)
    expect(made?.readiness.share).toBeCloseTo((1080 / 3000) * 0.95, 1)
  })

  it('says when nothing more is needed', () => {
    expect(plan(some(20, seen(1)), 2, 0.8)?.kind).toBe('reached')
  })

  it('counts what was met today into the share of today', () => {
    const facts = [...some(8, NEW), ...some(2, reviewMemory(NEW, 'easy', NOW, DEFAULT_PARAMETERS, 'fact'))]
    expect(plan(facts, 2, 0.95, { ...PACE, metToday: 2 })).toMatchObject({ newPerDay: 5, newToday: 3 })
  })

  it('does nothing to facts that are set aside, and is none on the day itself', () => {
    const aside = some(10, NEW).map((fact) => ({ ...fact, studied: false }))
    expect(plan(aside, 5, 0.9)).toMatchObject({ kind: 'out-of-reach', newPerDay: 0, readiness: { share: 0 } })
    expect(plan(some(3, NEW), 0, 0.9)).toBeNull()
  })

  it('reaches what it calls reachable, falls short of what it does not, and is the same each time', () => {
    const deck = [...some(40, NEW), ...some(20, seen(3))]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 50, max: 99 }), (days, percent) => {
        const made = plan(deck, days, percent / 100)
        expect(plan(deck, days, percent / 100)).toEqual(made)
        // Dice: the fewest new facts are found to within a percent.
        if (made?.kind === 'reachable') expect(made.readiness.share).toBeGreaterThan(percent / 100 - 0.01)
        else expect(made?.readiness.share).toBeLessThan(percent / 100)
      }),
      { numRuns: 20 },
    )
  })
})

/** Answered once, as often right as the memory says, then through its steps on the same day. */
function answered({ memory, factId }: ExamFact, now: Date, random: RandomSource): Memory {
  const isKnown = memory.kind === 'new' || memory.state !== 'review' || random() < recall(memory, now)
  let after = reviewMemory(memory, isKnown ? 'good' : 'again', now, DEFAULT_PARAMETERS, factId)
  while (after.state !== 'review') after = reviewMemory(after, 'good', after.due, DEFAULT_PARAMETERS, factId)
  return after
}

/** Share recalled on the exam's day by who does all that it asks for on each day before. */
function follow(memories: readonly Memory[], days: number, target: number, random: RandomSource): number {
  const exam = { day: TODAY + days, target }
  let facts = memories.map((memory, at) => ({ memory, studied: true, factId: `fact ${at}` }))
  for (let day = 0; day < days; day++) {
    const now = new Date(NOW.getTime() + day * DAY_MS)
    const asked = new Set(examDay(facts, exam, PACE, now, DEFAULT_PARAMETERS).asked)
    facts = facts.map((fact) => (asked.has(fact) ? { ...fact, memory: answered(fact, now, random) } : fact))
  }
  const left = facts.map(({ memory }) => memory)
  return readinessNow(left, examMoment(exam, 'UTC'), DEFAULT_PARAMETERS).share
}

describe('following the plan', () => {
  it.each([
    [5, 0.9],
    [12, 0.8],
    [12, 0.97],
  ])('for %i days with an aim of %d ends where the plan says', (days, target) => {
    const failed = reviewMemory(NEW, 'again', new Date(NOW.getTime() - DAY_MS), DEFAULT_PARAMETERS, 'fact')
    const memories = [...some(8, NEW), ...some(6, seen(3)), ...some(2, failed)].map(({ memory }) => memory)
    const facts = memories.map((memory, at) => ({ memory, studied: true, factId: `fact ${at}` }))
    const planned = planExam(facts, { day: TODAY + days, target }, PACE, NOW, DEFAULT_PARAMETERS)
    const seeds = [1, 2, 3, 4, 5, 6]
    const reached = seeds.map((seed) => follow(memories, days, target, seededRandom(seed)))
    const mean = reached.reduce((sum, share) => sum + share, 0) / seeds.length
    expect(Math.abs(mean - (planned?.readiness.share ?? 0))).toBeLessThan(0.03)
  })
})

describe('the interval of a share', () => {
  it('is Wilson’s: of 8 in 10 between 49 and 94 percent, and honest at the edges', () => {
    const eight = wilson(8, 10)
    expect(eight?.low).toBeCloseTo(0.4902, 3)
    expect(eight?.high).toBeCloseTo(0.9433, 3)
    expect(wilson(3, 3)?.low).toBeCloseTo(0.4385, 3)
    expect(wilson(3, 3)?.high).toBe(1)
    expect(wilson(0, 0)).toBeNull()
  })
})
