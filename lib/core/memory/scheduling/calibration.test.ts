import { describe, expect, it } from 'vitest'
import { aSimulatedLearner, cram, type SimulatedLearner, studyCards, TYPICAL, takeQuiz } from '@/test/simulated-learner'
import { DAY_MS, HOUR_MS } from '../../shared/time'
import { calibration, logLoss, type Prediction } from './fit-weights'

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

// These learners forget by another model than FSRS (test/forgetting.ts); their memories are kept by the default weights.
// Measured are first responses to cards on a later day: 20 bins of expected recall.
describe('predicted recall', () => {
  it('stays near what is recalled over months of cards and quizzes', () => {
    const { error, rmse } = calibration(all('first-of-day', 0))
    expect(error).toBeLessThan(0.05)
    expect(rmse).toBeLessThan(0.06)
  })

  it('stays so for who crams, and would promise too much if every response moved the schedule', () => {
    const [ruled, every] = [all('first-of-day', 0.4), all('every', 0.4)]
    expect(calibration(ruled).error).toBeLessThan(0.035)
    expect(calibration(every).error).toBeGreaterThan(1.4 * calibration(ruled).error)
    expect(logLoss(every)).toBeGreaterThan(logLoss(ruled) + 0.05)
    const excess = (of: readonly Prediction[]) =>
      of.reduce((sum, p) => sum + p.expected - Number(p.recalled), 0) / of.length
    expect(excess(every)).toBeGreaterThan(0.02)
    expect(excess(ruled)).toBeLessThan(0.01)
  })
})
