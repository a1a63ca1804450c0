import { describe, expect, it } from 'vitest'
import { aSimulatedLearner, cram, type SimulatedLearner, studyCards, TYPICAL, takeQuiz } from '@/test/simulated-learner'
import { DAY_MS, HOUR_MS } from '../../shared/time'
import { mean, type Prediction } from './fit-weights'

const START = Date.UTC(2026, 0, 5, 9)
const DAYS = 120
const SEEDS = [1, 2]

type Counts = SimulatedLearner['counts']

/** Four months: cards each day, on two days in five a quiz, and on so many of the evenings the day's facts four times more. */
function months(seed: number, counts: Counts, cramming: number): readonly Prediction[] {
  const learner = aSimulatedLearner(TYPICAL, 200, seed, counts)
  for (let day = 0; day < DAYS; day++) {
    const morning = START + day * DAY_MS
    studyCards(learner, morning, 5)
    if (learner.random() < 0.4) takeQuiz(learner, morning + 4 * HOUR_MS, 20)
    if (learner.random() < cramming) cram(learner, morning + 8 * HOUR_MS, 4)
  }
  return learner.predictions
}
const all = (counts: Counts, cramming: number) => SEEDS.flatMap((seed) => months(seed, counts, cramming))

/** One surprise must not outweigh a hundred reviews. */
const LEAST_CHANCE = 0.0001

/** Mean log loss in nats; less is better. */
const logLoss = (predictions: readonly Prediction[]) =>
  mean(
    predictions.map(({ expected, recalled }) => -Math.log(Math.max(LEAST_CHANCE, recalled ? expected : 1 - expected))),
  )

const BINS = 20

/** How far what was expected lies from what came, over the bins: the mean distance and the root of the mean square. */
function calibration(predictions: readonly Prediction[]): { readonly error: number; readonly rmse: number } {
  const bins = Array.from({ length: BINS }, (): Prediction[] => [])
  for (const prediction of predictions)
    bins[Math.min(BINS - 1, Math.floor(prediction.expected * BINS))]?.push(prediction)
  const gaps = bins.flatMap((bin) => {
    const gap = mean(bin.map(({ expected }) => expected)) - mean(bin.map(({ recalled }) => Number(recalled)))
    return bin.map(() => Math.abs(gap))
  })
  return { error: mean(gaps), rmse: Math.sqrt(mean(gaps.map((gap) => gap * gap))) }
}

// These learners forget by another model than FSRS (test/simulated-learner.ts); their memories are kept by the default weights.
// Measured are first responses to cards on a later day: 20 bins of expected recall.
describe('predicted recall when the first response of a day counts', () => {
  it('stays near what is recalled over months of cards and quizzes', () => {
    const { error, rmse } = calibration(all('first-of-day', 0))
    expect(error).toBeLessThan(0.05)
    expect(rmse).toBeLessThan(0.06)
  })

  it('stays so for learners who cram, and would promise too much if every response moved the schedule', () => {
    const [ruled, every] = [all('first-of-day', 0.4), all('every', 0.4)]
    expect(calibration(ruled).error).toBeLessThan(0.035)
    expect(calibration(every).error).toBeGreaterThan(1.4 * calibration(ruled).error)
    expect(logLoss(every)).toBeGreaterThan(logLoss(ruled) + 0.05)
    const excess = (predictions: readonly Prediction[]) =>
      mean(predictions.map(({ expected, recalled }) => expected - Number(recalled)))
    expect(excess(every)).toBeGreaterThan(0.02)
    expect(excess(ruled)).toBeLessThan(0.01)
  })
})
