import { describe, expect, it } from 'vitest'
import { intervalOf } from '../session/interval'
import { countedRating, isScheduling } from './counted-reviews'
import { isLeech, type Memory } from './memory'
import { DEFAULT_PARAMETERS, type MemoryParameters } from './parameters'
import { applyReview } from './replay'
import { futures, type Reviewed, recall, reviewMemory } from './scheduler'

const NEW: Memory = { kind: 'new' }
const FACT = '11111111-1111-4111-8111-111111111111'
const at = (iso: string) => new Date(`${iso}Z`)
const MORNING = at('2026-06-03T09:00:00')
const minutesUntil = (memory: Reviewed, now: Date) => (memory.due.getTime() - now.getTime()) / 60_000

describe('a new fact', () => {
  it('comes back after 1, 6 and 10 minutes, and after days when it was easy', () => {
    const next = futures(NEW, MORNING, DEFAULT_PARAMETERS, FACT)
    expect(minutesUntil(next.again, MORNING)).toBe(1)
    expect(minutesUntil(next.hard, MORNING)).toBe(6)
    expect(minutesUntil(next.good, MORNING)).toBe(10)
    expect(next.easy.state).toBe('review')
    const { unit, count } = intervalOf(next.easy, MORNING, DEFAULT_PARAMETERS)
    expect(unit).toBe('days')
    // Eight, and two more or less by the fact.
    expect(Math.abs(count - 8)).toBeLessThanOrEqual(2)
  })

  it('leaves its steps after Good twice on the same day', () => {
    const once = reviewMemory(NEW, 'good', MORNING, DEFAULT_PARAMETERS, FACT)
    const twice = reviewMemory(once, 'good', once.due, DEFAULT_PARAMETERS, FACT)
    expect([once.state, twice.state]).toEqual(['learning', 'review'])
    expect(twice.due.toISOString()).toBe('2026-06-06T04:00:00.000Z')
  })
})

describe('a fact under review', () => {
  const known: Memory = {
    kind: 'reviewed',
    state: 'review',
    stability: 10,
    difficulty: 5,
    lastReview: at('2026-05-24T09:00:00'),
    due: at('2026-06-03T04:00:00'),
    step: 0,
    reviews: 4,
    lapses: 0,
    failed: false,
  }

  it('goes back to steps and counts a lapse when it was forgotten', () => {
    const forgotten = reviewMemory(known, 'again', MORNING, DEFAULT_PARAMETERS, FACT)
    expect(forgotten).toMatchObject({ state: 'relearning', lapses: 1, reviews: 5 })
    expect(minutesUntil(forgotten, MORNING)).toBe(10)
    expect(forgotten.stability).toBeLessThan(known.stability)
  })

  it('is recalled by nine in ten when it falls due at the default retention', () => {
    expect(recall(known, at('2026-06-03T09:00:00'))).toBeCloseTo(0.9, 2)
  })

  it('comes back sooner when the learner wants to recall more', () => {
    const eager = { ...DEFAULT_PARAMETERS, desiredRetention: 0.97 }
    const due = (p: MemoryParameters) => reviewMemory(known, 'good', MORNING, p, FACT).due.getTime()
    expect(due(eager)).toBeLessThan(due(DEFAULT_PARAMETERS))
  })
})

describe('what counts on a study day', () => {
  const learning = reviewMemory(NEW, 'good', MORNING, DEFAULT_PARAMETERS, FACT)
  const known = reviewMemory(learning, 'good', learning.due, DEFAULT_PARAMETERS, FACT)
  const LATER = at('2026-06-03T18:00:00')
  const again = (when: Date, assisted = false) =>
    ({ factId: FACT, source: 'card', rating: 'again', at: when, parameters: DEFAULT_PARAMETERS, assisted }) as const

  it('schedules the first response, from a card or a question', () => {
    expect(isScheduling(NEW, 'question', MORNING, DEFAULT_PARAMETERS)).toBe(true)
    expect(isScheduling(known, 'question', at('2026-06-04T09:00:00'), DEFAULT_PARAMETERS)).toBe(true)
  })
  it('only logs a second response to a fact under review, and knows its outcome', () => {
    expect(isScheduling(known, 'card', LATER, DEFAULT_PARAMETERS)).toBe(false)
    expect(applyReview(known, again(LATER)).memory).toEqual({ ...known, failed: true })
  })
  it('never schedules a response with a hint, and counts the first without one', () => {
    const nextDay = at('2026-06-06T09:00:00')
    expect(applyReview(known, again(nextDay, true))).toEqual({ memory: known, scheduled: false, tested: null })
    expect(applyReview(NEW, again(nextDay, true))).toEqual({ memory: NEW, scheduled: false, tested: null })
    expect(applyReview(known, again(nextDay)).scheduled).toBe(true)
  })
  it('lets a card go on with its steps, but not a question', () => {
    expect(isScheduling(learning, 'card', LATER, DEFAULT_PARAMETERS)).toBe(true)
    expect(isScheduling(learning, 'question', LATER, DEFAULT_PARAMETERS)).toBe(false)
  })
  it('never counts the choice of a right option as Easy', () => {
    expect(countedRating('easy', 'recognition')).toBe('good')
    expect(countedRating('easy', 'recall')).toBe('easy')
    expect(countedRating('again', 'recognition')).toBe('again')
  })
})

describe('a leech', () => {
  const forgotten = (lapses: number): Memory => ({
    ...{
      kind: 'reviewed',
      state: 'relearning',
      stability: 1,
      difficulty: 9,
      step: 0,
      reviews: 20,
      lapses,
      failed: true,
    },
    ...{ lastReview: MORNING, due: MORNING },
  })
  it('is made by the eighth lapse and by every fourth after', () => {
    const made = Array.from({ length: 18 }, (_, lapses) => lapses).filter((lapses) => isLeech(forgotten(lapses)))
    expect(made).toEqual([8, 12, 16])
    expect(isLeech(NEW)).toBe(false)
  })
})
