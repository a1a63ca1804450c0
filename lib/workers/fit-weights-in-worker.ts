import type { Verdict } from '../core/memory/scheduling/fit-weights'
import type { Rating } from '../core/memory/scheduling/memory'
import type { Weights } from '../core/memory/scheduling/parameters'
import { type PoolOptions, runInWorker, type TaskRejection } from './worker-pool'

/** A learner's reviews that moved a schedule, and the weights that new ones have to beat. */
export type FitTask = {
  readonly reviews: readonly {
    readonly factId: string
    readonly rating: Rating
    readonly at: Date
    /** As stored with the review: its study day is counted by them. */
    readonly parameters: string
  }[]
  readonly before: Weights
}

export type FitResult =
  | (Verdict & { readonly kind: 'fitted'; readonly numbers: readonly number[]; readonly returns: number })
  /** `returns`: responses on a later day than the one before; `days` that the reviews span. */
  | { readonly kind: 'too-few'; readonly returns: number; readonly days: number }
  /** The native part does not load on this platform. */
  | { readonly kind: 'unavailable'; readonly message: string }

// A hundred thousand reviews take seconds.
const TIME_LIMIT_MS = 120_000
// One at a time: it keeps a core busy, and nobody waits for it to study.
const POOL: PoolOptions = { slots: 1, maxQueued: 10, memoryMb: 1_024 }

export type FitRejection = Exclude<TaskRejection, { reason: 'cancelled' | 'own-busy' }> | typeof BUSY
const BUSY = { kind: 'rejected', reason: 'busy' } as const

/** Fits weights to a learner's reviews in a worker thread. */
export async function fitWeightsInWorker(task: FitTask, limitMs = TIME_LIMIT_MS): Promise<FitResult | FitRejection> {
  const result = await runInWorker<FitTask, never, FitResult>('fit-weights-worker', POOL, task, {
    silenceLimitMs: limitMs,
  })
  if (result.kind !== 'rejected' || result.reason === 'too-slow' || result.reason === 'failed') return result
  return BUSY
}
