import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedRating, isSameStudyDay, isScheduling } from './counts'
import { intervalOf } from './interval'
import { masteryOf } from './mastery'
import { type Memory, RATINGS, type Rating } from './memory'
import { DEFAULT_PARAMETERS, type MemoryParameters, parametersOf, readParameters, writeParameters } from './parameters'
import { applyReview, type LoggedReview, replay, replayByFact } from './replay'
import { futures, type Reviewed, recall, reviewMemory } from './schedule-memory'

const NEW: Memory = { kind: 'new' }
const at = (iso: string) => new Date(`${iso}Z`)
const MORNING = at('2026-06-03T09:00:00')
const minutesUntil = (memory: Reviewed, now: Date) => (memory.due.getTime() - now.getTime()) / 60_000

const rating = fc.constantFrom(...RATINGS)
const parameters: fc.Arbitrary<MemoryParameters> = fc.record({
  desiredRetention: fc.constantFrom(0.7, 0.85, 0.9, 0.97),
  timeZone: fc.constantFrom('UTC', 'Asia/Bishkek', 'Europe/Helsinki', 'America/New_York'),
  dayStartHour: fc.integer({ min: 0, max: 23 }),
})
/** A history in the order of time: gaps from seconds to two months. */
const history = fc
  .array(
    fc.record({
      rating,
      source: fc.constantFrom<'card' | 'question'>('card', 'question'),
      gapMinutes: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 60 * 24 * 60 })),
      parameters,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    let time = MORNING.getTime()
    return steps.map((step, index): LoggedReview => {
      time += step.gapMinutes * 60_000
      const { rating, source, parameters } = step
      const id = `r${String(index).padStart(2, '0')}`
      return { id, factId: 'f', source, rating, at: new Date(time), parameters, reversesId: null }
    })
  })

function live(reviews: readonly LoggedReview[]): Memory {
  return reviews.reduce<Memory>((memory, review) => applyReview(memory, review).memory, NEW)
}
const lastOf = (reviews: readonly LoggedReview[]): LoggedReview => {
  const last = reviews.at(-1)
  if (!last) throw new Error('the generator makes at least one review')
  return last
}
const reversalOf = (review: LoggedReview): LoggedReview => ({ ...review, id: `u-${review.id}`, reversesId: review.id })

describe('a new fact', () => {
  it('comes back after 1, 6 and 10 minutes, and after days when it was easy', () => {
    const next = futures(NEW, MORNING, DEFAULT_PARAMETERS)
    expect(minutesUntil(next.again, MORNING)).toBe(1)
    expect(minutesUntil(next.hard, MORNING)).toBe(6)
    expect(minutesUntil(next.good, MORNING)).toBe(10)
    expect(next.easy.state).toBe('review')
    expect(intervalOf(next.easy, MORNING, DEFAULT_PARAMETERS)).toEqual({ unit: 'days', count: 8 })
  })

  it('leaves its steps after Good twice on the same day', () => {
    const once = reviewMemory(NEW, 'good', MORNING, DEFAULT_PARAMETERS)
    const twice = reviewMemory(once, 'good', once.due, DEFAULT_PARAMETERS)
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
  }

  it('goes back to steps and counts a lapse when it was forgotten', () => {
    const forgotten = reviewMemory(known, 'again', MORNING, DEFAULT_PARAMETERS)
    expect(forgotten).toMatchObject({ state: 'relearning', lapses: 1, reviews: 5 })
    expect(minutesUntil(forgotten, MORNING)).toBe(10)
    expect(forgotten.stability).toBeLessThan(known.stability)
  })

  it('is recalled by nine in ten when it falls due at the default retention', () => {
    expect(recall(known, at('2026-06-03T09:00:00'))).toBeCloseTo(0.9, 2)
  })

  it('comes back sooner when the learner wants to recall more', () => {
    const eager = { ...DEFAULT_PARAMETERS, desiredRetention: 0.97 }
    const due = (p: MemoryParameters) => reviewMemory(known, 'good', MORNING, p).due.getTime()
    expect(due(eager)).toBeLessThan(due(DEFAULT_PARAMETERS))
  })
})

describe('what counts on a study day', () => {
  const learning = reviewMemory(NEW, 'good', MORNING, DEFAULT_PARAMETERS)
  const known = reviewMemory(learning, 'good', learning.due, DEFAULT_PARAMETERS)
  const LATER = at('2026-06-03T18:00:00')

  it('schedules the first response, from a card or a question', () => {
    expect(isScheduling(NEW, 'question', MORNING, DEFAULT_PARAMETERS)).toBe(true)
    expect(isScheduling(known, 'question', at('2026-06-04T09:00:00'), DEFAULT_PARAMETERS)).toBe(true)
  })
  it('only logs a second response to a fact under review', () => {
    expect(isScheduling(known, 'card', LATER, DEFAULT_PARAMETERS)).toBe(false)
    expect(
      applyReview(known, { source: 'card', rating: 'again', at: LATER, parameters: DEFAULT_PARAMETERS }).memory,
    ).toBe(known)
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

describe('mastery', () => {
  const memory = (stability: number, state: 'learning' | 'review' = 'review'): Memory => ({
    kind: 'reviewed',
    state,
    stability,
    difficulty: 5,
    lastReview: MORNING,
    due: MORNING,
    step: 0,
    reviews: 3,
    lapses: 0,
  })
  it('rises from not seen through steps, days and weeks', () => {
    expect([NEW, memory(2, 'learning'), memory(3), memory(7), memory(21)].map((m) => masteryOf(m, MORNING))).toEqual([
      0, 1, 2, 3, 4,
    ])
  })
  it('sinks when a fact has been left alone', () => {
    const inAYear = at('2027-06-03T09:00:00')
    expect(masteryOf(memory(21), inAYear)).toBeLessThan(4)
    expect(masteryOf(memory(0.5), inAYear)).toBe(1)
  })
})

describe('laws', () => {
  it('never makes a fact due before the review itself', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const memory = live(reviews)
        if (memory.kind === 'new') throw new Error('the first review always schedules')
        expect(memory.due.getTime()).toBeGreaterThan(memory.lastReview.getTime())
      }),
    )
  })

  it('brings a fact back later the better it was rated', () => {
    fc.assert(
      fc.property(history, parameters, fc.integer({ min: 1, max: 60 * 24 * 90 }), (reviews, p, gapMinutes) => {
        const now = new Date(lastOf(reviews).at.getTime() + gapMinutes * 60_000)
        const next = futures(live(reviews), now, p)
        const due = RATINGS.map((r: Rating) => next[r].due.getTime())
        expect(due).toEqual([...due].sort((a, b) => a - b))
        // Not due on the very day that the response already scheduled.
        expect(next.good.state !== 'review' || !isSameStudyDay(now, next.good.due, p)).toBe(true)
      }),
    )
  })

  it('makes the same memory by replay as live, in any order and with repeats', () => {
    fc.assert(
      fc.property(history, fc.integer(), (reviews, seed) => {
        const shuffled = [...reviews, ...reviews].sort(
          (a, b) => ((a.id.length * seed) % 7) - ((b.id.charCodeAt(2) * seed) % 5),
        )
        expect(replay(shuffled).memory).toEqual(live(reviews))
        expect(replayByFact(shuffled).get('f')?.memory).toEqual(live(reviews))
      }),
    )
  })

  it('forgets a review that was reversed, as if it had never been', () => {
    fc.assert(
      fc.property(history, fc.nat(), (reviews, pick) => {
        const taken = reviews[pick % reviews.length]
        if (!taken) return
        const without = reviews.filter((review) => review !== taken)
        expect(replay([...reviews, reversalOf(taken)]).memory).toEqual(replay(without).memory)
      }),
    )
  })

  it('is whole again after undoing and rating anew', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const last = lastOf(reviews)
        const again: LoggedReview = { ...last, id: 'z-again' }
        expect(replay([...reviews, reversalOf(last), again]).memory).toEqual(live(reviews))
      }),
    )
  })

  it('writes parameters so that they can be read again', () => {
    fc.assert(
      fc.property(parameters, (p) => {
        expect(readParameters(writeParameters(p))).toEqual(parametersOf(p))
      }),
    )
    expect(readParameters('')).toEqual(DEFAULT_PARAMETERS)
    expect(readParameters('x;abc;;99')).toEqual(DEFAULT_PARAMETERS)
  })
})
