import { Worker } from 'node:worker_threads'
import type { PrintJob } from '../formats/print/print-job'
import type { PrintAnswer } from './print-worker'
import { createTurns } from './turns'
import { workerFile } from './worker-file'

export type PrintRejection =
  /** `busy`: too many wait already. */
  | { readonly kind: 'rejected'; readonly reason: 'busy' | 'cancelled' | 'too-slow' }
  | { readonly kind: 'rejected'; readonly reason: 'failed'; readonly message: string }

export type PrintResult = Extract<PrintAnswer, { kind: 'printed' }> | PrintRejection

const MEMORY_LIMIT_MB = 512
// A part of a deck takes four to six seconds of a core; on a busy machine many times that.
const TIME_LIMIT_MS = 120_000
const MOST_WAITING = 10

// On globalThis, because Next loads this module more than once in a process.
const held = globalThis as typeof globalThis & { bilimPrinting?: ReturnType<typeof createTurns> }

/** Draws a PDF in a thread of its own, one at a time, killed when it is given up or takes too long. */
export async function printInWorker(job: PrintJob, signal?: AbortSignal): Promise<PrintResult> {
  held.bilimPrinting ??= createTurns(1, MOST_WAITING)
  const turn = await held.bilimPrinting(signal)
  if (turn.kind !== 'in') return { kind: 'rejected', reason: turn.kind === 'full' ? 'busy' : 'cancelled' }
  const worker = openWorker(workerFile('print-worker'))
  try {
    return await answerOf(worker, job, signal)
  } finally {
    await worker.terminate()
    turn.leave()
  }
}

/** The file comes as an argument: one that the bundler can read here would be bundled again, and not find its fonts. */
function openWorker(file: string): Worker {
  // React's own server build draws nothing, should this process have been started with its condition.
  return new Worker(/* turbopackIgnore: true */ file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  })
}

function answerOf(worker: Worker, job: PrintJob, signal: AbortSignal | undefined): Promise<PrintResult> {
  return new Promise((resolve) => {
    const reject = (reason: 'cancelled' | 'too-slow') => resolve({ kind: 'rejected', reason })
    const fail = (message: string) => resolve({ kind: 'rejected', reason: 'failed', message })
    const timer = setTimeout(() => reject('too-slow'), TIME_LIMIT_MS)
    signal?.addEventListener('abort', () => reject('cancelled'), { once: true })
    worker.on('message', (answer: PrintAnswer) => (answer.kind === 'error' ? fail(answer.message) : resolve(answer)))
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.on('exit', (code) => {
      clearTimeout(timer)
      fail(`The worker ended with ${code}.`)
    })
    worker.postMessage(job)
  })
}
