import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { get_fuzz_range } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { isScheduling } from './counted-reviews'
import { fuzzedDays, fuzzOf } from './fsrs'
import type { Memory } from './memory'
import { DEFAULT_PARAMETERS } from './parameters'
import { reviewMemory } from './scheduler'

const days = fc.integer({ min: 1, max: 5000 })
const fuzz = fc.double({ min: 0, max: 0.999_999, noNaN: true })

describe('fuzz', () => {
  it('stays within the range of FSRS and leaves one and two days alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 5000 }),
        fc.integer({ min: 0, max: 400 }),
        fuzz,
        (interval, elapsed, throwOf) => {
          const moved = fuzzedDays(interval, elapsed, throwOf)
          const { min_ivl, max_ivl } = get_fuzz_range(interval, elapsed, 36_500)
          expect(Number.isInteger(moved)).toBe(true)
          expect(moved).toBeGreaterThanOrEqual(min_ivl)
          expect(moved).toBeLessThanOrEqual(max_ivl)
          if (interval > elapsed) expect(moved).toBeGreaterThan(elapsed)
          expect([fuzzedDays(1, elapsed, throwOf), fuzzedDays(2, elapsed, throwOf)]).toEqual([1, 2])
        },
      ),
    )
  })

  it('keeps the order of intervals', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 400 }), fuzz, (a, b, elapsed, throwOf) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)]
        expect(fuzzedDays(short, elapsed, throwOf)).toBeLessThanOrEqual(fuzzedDays(long, elapsed, throwOf))
      }),
    )
  })

  it('is the same for the same fact and number of reviews, and spreads evenly over facts', () => {
    expect(fuzzOf('a', 3)).toBe(fuzzOf('a', 3))
    const throws = Array.from({ length: 4000 }, (_, index) => fuzzOf(randomUUID(), index % 9))
    const tenths = Array.from({ length: 10 }, (_, tenth) => throws.filter((fuzz) => Math.floor(fuzz * 10) === tenth))
    // 400 each; one in a million is beyond five standard deviations (95).
    for (const drawn of tenths) expect(Math.abs(drawn.length - 400)).toBeLessThan(100)
  })
})

// What FSRS-6 makes of these reviews without fuzz: state, stability, difficulty, due, reviews, lapses.
const LOG = [
  ['2026-01-05T08:00', 'good', 'card', 'Asia/Bishkek', 'learning', 2.3065, 2.118_103_97, '2026-01-05T08:10', 1, 0],
  ['2026-01-05T08:10', 'good', 'card', 'Asia/Bishkek', 'review', 2.3065, 2.111_214_24, '2026-01-07T22:00', 2, 0],
  ['2026-01-08T15:00', 'hard', 'card', 'Asia/Bishkek', 'review', 9.240_244_89, 4.748_284_77, '2026-01-16T22:00', 3, 0],
  [
    '2026-01-08T20:00',
    'good',
    'question',
    'Asia/Bishkek',
    'review',
    9.240_244_89,
    4.748_284_77,
    '2026-01-16T22:00',
    3,
    0,
  ],
  [
    '2026-01-13T05:00',
    'good',
    'question',
    'America/New_York',
    'review',
    20.434_153_41,
    4.738_764_85,
    '2026-02-01T09:00',
    4,
    0,
  ],
  [
    '2026-02-03T05:00',
    'again',
    'card',
    'America/New_York',
    'relearning',
    1.975_226_71,
    8.255_896_15,
    '2026-02-03T05:10',
    5,
    1,
  ],
  [
    '2026-02-03T05:11',
    'good',
    'card',
    'America/New_York',
    'review',
    1.984_506_42,
    8.242_868_62,
    '2026-02-05T09:00',
    6,
    1,
  ],
  [
    '2026-02-06T05:00',
    'easy',
    'card',
    'America/New_York',
    'review',
    8.507_314_21,
    7.640_945_57,
    '2026-02-14T09:00',
    7,
    1,
  ],
  [
    '2026-04-01T12:00',
    'good',
    'card',
    'America/New_York',
    'review',
    39.001_655_67,
    7.628_532_99,
    '2026-05-10T08:00',
    8,
    1,
  ],
] as const

describe('a log of no particular fact', () => {
  it('gives the memories of FSRS, without fuzz', () => {
    let memory: Memory = { kind: 'new' }
    for (const [at, rating, source, timeZone, state, stability, difficulty, due, reviews, lapses] of LOG) {
      const now = new Date(`${at}Z`)
      const parameters = { ...DEFAULT_PARAMETERS, timeZone }
      if (isScheduling(memory, source, now, parameters)) memory = reviewMemory(memory, rating, now, parameters, null)
      expect(memory).toMatchObject({ state, stability, difficulty, due: new Date(`${due}Z`), reviews, lapses })
    }
  })
})
