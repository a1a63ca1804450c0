import type { StructuredDocument } from '../core/document/document'
import type { Admitted, Existing } from '../core/generation/gate'
import type { Refusal } from '../core/generation/refusal'
import type { Requester } from './fair-queue'
import { type PoolOptions, runInWorker, type TaskRejection } from './worker-pool'

/** A reply that an author pasted, the document it is about, and what its deck has already. */
export type PasteTask = {
  readonly reply: string
  readonly document: StructuredDocument
  readonly existing: Existing
}

export type Pasted = {
  readonly kind: 'read'
  readonly admitted: Admitted
  /** Of items that could not be placed in the document; those of the gate are with what it admitted. */
  readonly refusals: readonly Refusal[]
  readonly leftOut: number
}

// 200 items about a book take seconds of a core; on a busy machine many times that.
const TIME_LIMIT_MS = 60_000
const POOL: PoolOptions = { slots: 1, maxQueued: 10, memoryMb: 1_024, idleMs: 30_000 }

/** Reads a pasted reply in a worker thread and judges its items beside those of the deck. */
export function readPastedInWorker(task: PasteTask, requester: Requester): Promise<Pasted | TaskRejection> {
  const options = { silenceLimitMs: TIME_LIMIT_MS, requester }
  return runInWorker<PasteTask, never, Pasted>('paste-worker', POOL, task, options)
}
