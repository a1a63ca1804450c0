import type { PrintJob } from '../export-formats/print/print-job'
import { type PoolOptions, runInWorker, type TaskRejection } from './worker-pool'

export type Printed = { readonly kind: 'printed'; readonly pdf: Uint8Array }
export type PrintResult = Printed | TaskRejection

// A part of a deck takes four to six seconds of a core; on a busy machine many times that.
const TIME_LIMIT_MS = 120_000
const POOL: PoolOptions = { slots: 1, maxQueued: 10, memoryMb: 512 }

/** Draws a PDF in a worker thread, one at a time. */
export function printInWorker(job: PrintJob, signal?: AbortSignal): Promise<PrintResult> {
  return runInWorker<PrintJob, never, Printed>('print-worker', POOL, job, { silenceLimitMs: TIME_LIMIT_MS, signal })
}
