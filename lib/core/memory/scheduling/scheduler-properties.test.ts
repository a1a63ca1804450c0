import fc from 'fast-check'
import { default_w } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { shownRecall } from './mastery'
import { type Memory, RATINGS, type Rating } from './memory'
import {
  DEFAULT_PARAMETERS,
  DEFAULT_WEIGHTS,
  type MemoryParameters,
  parametersOf,
  readParameters,
  type Weights,
  writeParameters,
} from './parameters'
import { applyReview, type LoggedReview, replay, replayByFact } from './replay'
import { futures, recall } from './scheduler'
import { isSameStudyDay } from './study-day'

const NEW: Memory = { kind: 'new' }
const MORNING = new Date('2026-06-03T09:00:00Z')

const QUICK = 'a1111111-1111-4111-8111-111111111111'
const SLOW = 'b2222222-2222-4222-8222-222222222222'
/** As for people who forget twice as fast, and half as fast. */
const KNOWN = new Map([
  [QUICK, default_w.map((weight, index) => (index < 4 ? weight / 2 : index === 20 ? 0.4 : weight))],
  [SLOW, default_w.map((weight, index) => (index < 4 ? weight * 2 : index === 20 ? 0.12 : weight))],
])
const weights: fc.Arbitrary<Weights> = fc.constantFrom(
  DEFAULT_WEIGHTS,
  ...[...KNOWN].map(([id, numbers]): Weights => ({ kind: 'fitted', id, numbers })),
)
const rating = fc.constantFrom(...RATINGS)
const factId = fc.uuid()
const parameters: fc.Arbitrary<MemoryParameters> = fc.record({
  desiredRetention: fc.constantFrom(0.7, 0.85, 0.9, 0.97),
  timeZone: fc.constantFrom('UTC', 'Asia/Bishkek', 'Europe/Helsinki', 'America/New_York'),
  dayStartHour: fc.integer({ min: 0, max: 23 }),
  weights,
})
/** A history in the order of time: gaps from seconds to two months. */
const history = fc
  .record({
    factId,
    steps: fc.array(
      fc.record({
        rating,
        source: fc.constantFrom<'card' | 'question'>('card', 'question'),
        gapMinutes: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 60 * 24 * 60 })),
        assisted: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
        parameters,
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ factId, steps }) => {
    let time = MORNING.getTime()
    return steps.map(({ gapMinutes, ...step }, index): LoggedReview => {
      time += gapMinutes * 60_000
      return { ...step, id: `r${String(index).padStart(2, '0')}`, factId, at: new Date(time), reversesId: null }
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
/** As the log is kept: parameters written, and read again with the learner's weights at hand. */
const kept = (review: LoggedReview): LoggedReview => ({
  ...review,
  parameters: readParameters(writeParameters(review.parameters), KNOWN),
})

describe('laws of memory', () => {
  it('never makes a fact due before the review itself', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const memory = live(reviews)
        if (memory.kind === 'reviewed') expect(memory.due.getTime()).toBeGreaterThan(memory.lastReview.getTime())
      }),
    )
  })

  it('brings a fact back later the better it was rated, and from the steps on never on the same study day', () => {
    fc.assert(
      fc.property(history, parameters, fc.integer({ min: 1, max: 60 * 24 * 90 }), (reviews, p, gapMinutes) => {
        const { at, factId } = lastOf(reviews)
        const now = new Date(at.getTime() + gapMinutes * 60_000)
        const next = futures(live(reviews), now, p, factId)
        const due = RATINGS.map((r: Rating) => next[r].due.getTime())
        expect(due).toEqual([...due].sort((a, b) => a - b))
        for (const { state, due } of Object.values(next)) {
          if (state === 'review') expect(isSameStudyDay(now, due, p)).toBe(false)
        }
      }),
    )
  })

  it('makes the same memory by replay of what was kept as live, in any order of arrival and with repeats', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (reviews, dice) => {
        const arrived = [...reviews, ...reviews]
          .map((review) => ({ review: kept(review), place: dice.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ review }) => review)
        expect(replay(arrived).memory).toEqual(live(reviews))
        expect(replayByFact(arrived).get(lastOf(reviews).factId)?.memory).toEqual(live(reviews))
      }),
    )
  })

  it('is moved by no response that was helped', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        expect(live(reviews)).toEqual(live(reviews.filter(({ assisted }) => !assisted)))
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
})

describe('laws of shown recall', () => {
  const answer = fc.record({
    source: fc.constantFrom<'card' | 'question'>('card', 'question'),
    gapMinutes: fc.integer({ min: 0, max: 60 * 24 * 90 }),
    parameters,
  })
  /** Shown just before and just after one more answer without a hint, and at some time later. */
  const around = (
    reviews: readonly LoggedReview[],
    rating: Rating,
    drawn: typeof answer extends fc.Arbitrary<infer A> ? A : never,
  ) => {
    const { at, factId } = lastOf(reviews)
    const now = new Date(at.getTime() + drawn.gapMinutes * 60_000)
    const before = live(reviews)
    const review = { ...drawn, factId, rating, at: now, assisted: false }
    const { memory: after } = applyReview(before, review)
    const shown = (memory: Memory, days = 0) =>
      shownRecall(memory, new Date(now.getTime() + days * 86_400_000), drawn.parameters.weights)
    return { before: shown(before), after: shown(after), later: shown(after, 3), memory: after, now }
  }

  it('is none after a failure, by card or in a quiz, counted or only logged, until the fact is answered right', () => {
    fc.assert(
      fc.property(history, answer, (reviews, drawn) => {
        const { after, later } = around(reviews, 'again', drawn)
        expect([after, later]).toEqual([0, 0])
      }),
    )
  })

  it('is not lower after Hard, Good and Easy than before, and says of every known fact more than nothing', () => {
    fc.assert(
      fc.property(history, answer, fc.constantFrom('hard', 'good', 'easy'), (reviews, drawn, right) => {
        const { before, after } = around(reviews, right, drawn)
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeGreaterThan(0)
      }),
    )
  })

  it('is never certain, is the forgetting curve below that, and is the same by replay', () => {
    fc.assert(
      fc.property(history, answer, rating, (reviews, drawn, last) => {
        const { after, memory, now } = around(reviews, last, drawn)
        expect(after).toBeLessThanOrEqual(0.99)
        if (last !== 'again') expect(after).toBe(Math.min(0.99, recall(memory, now, drawn.parameters.weights)))
        const counted = reviews.filter(({ assisted }) => !assisted)
        const isFailed =
          replay(reviews).memory.kind === 'reviewed' &&
          lastOf(counted.length > 0 ? counted : reviews).rating === 'again'
        expect(shownRecall(replay(reviews).memory, lastOf(reviews).at) === 0).toBe(counted.length === 0 || isFailed)
      }),
    )
  })
})

describe('parameters', () => {
  it('are read again as they were written, with the weights that they name', () => {
    fc.assert(
      fc.property(parameters, (p) => {
        expect(readParameters(writeParameters(p), KNOWN)).toEqual(parametersOf(p))
      }),
    )
  })
  it('fall back to the defaults where they cannot be read or name weights that are gone', () => {
    expect(readParameters('', KNOWN)).toEqual(DEFAULT_PARAMETERS)
    expect(readParameters('x;abc;;99', KNOWN)).toEqual(DEFAULT_PARAMETERS)
    expect(readParameters(`fsrs6-2;0.9;UTC;4;${QUICK}`, new Map())).toEqual(DEFAULT_PARAMETERS)
  })
})
