import fc from 'fast-check'
import { default_w } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../shared/time'
import { enoughToFit, exercisesOf, type History, judge, NEEDED_RETURNS, predictionsOf } from './fit-weights'
import { fsrsFor } from './fsrs'
import { type Memory, RATINGS } from './memory'
import { DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, type Weights } from './parameters'
import { reviewMemory } from './scheduler'
import { startOfStudyDay } from './study-day'

const DAY = 20_000
const history: fc.Arbitrary<History> = fc
  .array(fc.record({ rating: fc.constantFrom(...RATINGS), gap: fc.integer({ min: 0, max: 60 }) }), { maxLength: 10 })
  .map((steps) => {
    let day = DAY
    return steps.map(({ rating, gap }) => {
      day += gap
      return { day, rating }
    })
  })
const weights: fc.Arbitrary<Weights> = fc.constantFrom<Weights>(DEFAULT_WEIGHTS, {
  ...{ kind: 'fitted', id: 'fit-test', numbers: default_w.map((weight, at) => (at < 4 ? weight / 2 : weight)) },
})

describe('what weights would have expected', () => {
  it('is what the memory that they make expects, day by day', () => {
    fc.assert(
      fc.property(history, weights, (samples, by) => {
        const p = { ...DEFAULT_PARAMETERS, weights: by }
        const expected: number[] = []
        let memory: Memory = { kind: 'new' }
        for (const { day, rating } of samples) {
          const at = startOfStudyDay(day, p.timeZone, p.dayStartHour)
          if (memory.kind === 'reviewed' && at > memory.lastReview) {
            const days = (at.getTime() - memory.lastReview.getTime()) / DAY_MS
            expected.push(fsrsFor(p.desiredRetention, by).forgetting_curve(days, memory.stability))
          }
          memory = reviewMemory(memory, rating, at, p, 'f')
        }
        const predicted = predictionsOf(samples, by, 0).map((prediction) => prediction.expected)
        expect(predicted).toEqual(expected)
      }),
    )
  })
})

describe('reviews for fitting', () => {
  const four: History = [
    { day: 10, rating: 'again' },
    { day: 10, rating: 'good' },
    { day: 13, rating: 'hard' },
    { day: 20, rating: 'easy' },
  ]
  it('are exercised up to each return before the day, with what came before it', () => {
    const upTo13 = [
      { grade: 1, days: 0 },
      { grade: 3, days: 0 },
      { grade: 2, days: 3 },
    ].map((step) => expect.objectContaining(step))
    expect(exercisesOf(four, 20)).toEqual([upTo13])
    expect(exercisesOf(four, 21)).toHaveLength(2)
    expect(exercisesOf(four, 13)).toEqual([])
  })

  const many = (facts: number, days: number): readonly History[] =>
    Array.from({ length: facts }, (_, at) => [
      { day: at % days, rating: 'good' },
      { day: (at % days) + 5, rating: at % 4 === 0 ? 'again' : 'good' },
    ])
  it('are enough from 400 returns over a month on, of which the last fifth is held out', () => {
    expect(enoughToFit(many(NEEDED_RETURNS - 1, 60))).toMatchObject({ kind: 'too-few', returns: NEEDED_RETURNS - 1 })
    expect(enoughToFit(many(NEEDED_RETURNS, 20))).toEqual({ kind: 'too-few', returns: NEEDED_RETURNS, days: 25 })
    expect(enoughToFit(many(NEEDED_RETURNS, 50))).toMatchObject({ kind: 'enough', heldOutFrom: 45 })
  })

  it('never find weights better than themselves', () => {
    const verdict = judge(many(400, 50), 45, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS)
    expect(verdict.isBetter).toBe(false)
    expect(verdict.lossAfter).toBe(verdict.lossBefore)
  })
})
