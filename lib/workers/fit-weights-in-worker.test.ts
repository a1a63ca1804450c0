import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildWorker } from '@/test/build-worker'
import { aSimulatedLearner, studyCards, TYPICAL } from '@/test/simulated-learner'
import { NEEDED_RETURNS } from '../core/memory/scheduling/fit-weights'
import { DEFAULT_WEIGHTS, writeParameters } from '../core/memory/scheduling/parameters'
import { DAY_MS } from '../core/shared/time'
import { type FitTask, fitWeightsInWorker } from './fit-weights-in-worker'

beforeAll(buildWorker)

const WAIT_MS = 10_000

/** Reviews of somebody who forgets much faster than most. */
function forgetfulLearner(days: number): FitTask {
  const learner = aSimulatedLearner({ ...TYPICAL, threshold: -0.5 }, 100, 1)
  for (let day = 0; day < days; day++) studyCards(learner, Date.UTC(2026, 0, 5, 9) + day * DAY_MS, 4)
  const reviews = learner.log.map(({ factId, rating, at, parameters }) => ({
    ...{ factId, rating, at, parameters: writeParameters(parameters) },
  }))
  return { reviews, before: DEFAULT_WEIGHTS }
}

const FORGETFUL = forgetfulLearner(60)

describe('fitting in a worker', () => {
  it('predicts held-out reviews of an unusual learner better than the default weights, with the same result each time', async () => {
    const fitted = await fitWeightsInWorker(FORGETFUL)
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind)
    expect(fitted.numbers).toHaveLength(21)
    expect(fitted.isBetter).toBe(true)
    expect(fitted.lossAfter).toBeLessThan(0.95 * fitted.lossBefore)
    expect(await fitWeightsInWorker(FORGETFUL)).toEqual(fitted)
    // Fitting the same reviews again gains nothing.
    const again = await fitWeightsInWorker({
      ...FORGETFUL,
      before: { kind: 'fitted', id: 'a', numbers: fitted.numbers },
    })
    expect(again).toMatchObject({ kind: 'fitted', isBetter: false })
  })

  it('reports how many reviews there are when they are too few', async () => {
    const few = await fitWeightsInWorker(forgetfulLearner(8))
    if (few.kind !== 'too-few') throw new Error(few.kind)
    expect(few.returns).toBeLessThan(NEEDED_RETURNS)
    expect(few.days).toBe(8)
    expect(await fitWeightsInWorker({ reviews: [], before: DEFAULT_WEIGHTS })).toEqual({
      kind: 'too-few',
      returns: 0,
      days: 0,
    })
  })

  it('is unavailable where its native part does not load, and works again once it does', async () => {
    vi.stubEnv('NAPI_RS_NATIVE_LIBRARY_PATH', '/nowhere/fsrs.node')
    // A thread that loaded it, or failed to, may take one more task before it ends.
    const expectSoon = (kind: string) =>
      vi.waitFor(async () => expect(await fitWeightsInWorker(FORGETFUL)).toMatchObject({ kind }), WAIT_MS)
    await expectSoon('unavailable')
    vi.unstubAllEnvs()
    await expectSoon('fitted')
  })

  it('ends a worker that takes too long, and then runs the next task', async () => {
    const [slow, next] = await Promise.all([fitWeightsInWorker(FORGETFUL, 1), fitWeightsInWorker(forgetfulLearner(8))])
    expect(slow).toMatchObject({ kind: 'rejected', reason: 'too-slow' })
    expect(next.kind).toBe('too-few')
  })
})
