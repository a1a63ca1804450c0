import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildWorker } from '@/test/build-worker'
import { ORDINARY } from '@/test/forgetting'
import { aSimulatedLearner, DAY_MS, studyCards } from '@/test/simulated-learner'
import { NEEDED_RETURNS } from '../core/memory/fit'
import { writeParameters } from '../core/memory/parameters'
import { DEFAULT_WEIGHTS } from '../core/memory/weights'
import { fitInWorker } from './fit-in-worker'
import type { FitJob } from './fit-job'

beforeAll(buildWorker)

/** Two months of cards of somebody who forgets much faster than most. */
function aForgetfulOne(days: number): FitJob {
  const learner = aSimulatedLearner({ ...ORDINARY, threshold: -0.5 }, 100, 1)
  for (let day = 0; day < days; day++) studyCards(learner, Date.UTC(2026, 0, 5, 9) + day * DAY_MS, 4)
  const reviews = learner.log.map(({ factId, rating, at, parameters }) => ({
    ...{ factId, rating, at, parameters: writeParameters(parameters) },
  }))
  return { reviews, before: DEFAULT_WEIGHTS }
}

const FORGETFUL = aForgetfulOne(60)

describe('fitting in a worker', () => {
  it('makes weights that foresee better what was held out of a learner unlike most, the same each time', async () => {
    const job = FORGETFUL
    const fitted = await fitInWorker(job)
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind)
    expect(fitted.numbers).toHaveLength(21)
    expect(fitted.isBetter).toBe(true)
    expect(fitted.lossAfter).toBeLessThan(0.95 * fitted.lossBefore)
    expect(await fitInWorker(job)).toEqual(fitted)
    // They hold their own from then on: fitting the same again is no gain.
    const again = await fitInWorker({ ...job, before: { kind: 'fitted', id: 'a', numbers: fitted.numbers } })
    expect(again).toMatchObject({ kind: 'fitted', isBetter: false })
  })

  it('says how many reviews there are when they are too few', async () => {
    const few = await fitInWorker(aForgetfulOne(8))
    if (few.kind !== 'too-few') throw new Error(few.kind)
    expect(few.returns).toBeLessThan(NEEDED_RETURNS)
    expect(few.days).toBe(8)
    expect(await fitInWorker({ reviews: [], before: DEFAULT_WEIGHTS })).toEqual({
      kind: 'too-few',
      returns: 0,
      days: 0,
    })
  })

  it('is not available where its native part does not load, and nothing else breaks', async () => {
    vi.stubEnv('NAPI_RS_NATIVE_LIBRARY_PATH', '/nowhere/fsrs.node')
    expect(await fitInWorker(FORGETFUL)).toMatchObject({ kind: 'unavailable' })
    vi.unstubAllEnvs()
    expect(await fitInWorker(FORGETFUL)).toMatchObject({ kind: 'fitted' })
  })

  it('ends a worker that takes too long, and the next has its turn', async () => {
    const [slow, next] = await Promise.all([fitInWorker(FORGETFUL, 1), fitInWorker(aForgetfulOne(8))])
    expect(slow).toEqual({ kind: 'rejected', reason: 'too-slow' })
    expect(next.kind).toBe('too-few')
  })
})
