import { Worker } from 'node:worker_threads'
import type { FitJob, FitMessage, FitResult } from './fit-job'
import { createTurns } from './turns'
import { workerFile } from './worker-file'

export type FitRejection =
  /** `busy`: too many wait already. */
  | { readonly kind: 'rejected'; readonly reason: 'busy' }
  | { readonly kind: 'rejected'; readonly reason: 'too-slow' }
  /** It ran out of memory or met a bug; the log has the message. */
  | { readonly kind: 'rejected'; readonly reason: 'failed'; readonly message: string }

/** A hundred thousand reviews take seconds. */
const LIMIT_MS = 120_000
const MEMORY_LIMIT_MB = 1_024
/** One at a time: it keeps a core busy, and nobody waits for it to study. */
const AT_A_TIME = 1
const MOST_WAITING = 10

// On globalThis, because Next loads this module more than once in a process.
const held = globalThis as typeof globalThis & { bilimFits?: ReturnType<typeof createTurns> }

/** Fits weights to a learner's reviews in a thread of its own, which is ended when it takes too long or too much memory. */
export async function fitInWorker(job: FitJob, limitMs = LIMIT_MS): Promise<FitResult | FitRejection> {
  held.bilimFits ??= createTurns(AT_A_TIME, MOST_WAITING)
  const turn = await held.bilimFits()
  if (turn.kind !== 'in') return { kind: 'rejected', reason: 'busy' }
  const worker = new Worker(workerFile('fit-worker'), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } })
  try {
    return await answerOf(worker, job, limitMs)
  } finally {
    await worker.terminate()
    turn.leave()
  }
}

function answerOf(worker: Worker, job: FitJob, limitMs: number): Promise<FitResult | FitRejection> {
  return new Promise((resolve) => {
    const fail = (message: string) => resolve({ kind: 'rejected', reason: 'failed', message })
    const timer = setTimeout(() => resolve({ kind: 'rejected', reason: 'too-slow' }), limitMs)
    worker.on('message', (message: FitMessage) => {
      if (message.kind === 'error') fail(message.message)
      else resolve(message.result)
    })
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.on('exit', (code) => {
      clearTimeout(timer)
      fail(`The worker ended with ${code}.`)
    })
    worker.postMessage(job)
  })
}
