import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { tooLarge } from '../readers/read-document'
import { createIdleWorkers, forget } from './idle-workers'
import type { Job, JobResult, Message, News } from './job'
import { type Asker, createTurns } from './turns'
import { workerFile } from './worker-file'

export type WorkRejection =
  | Exclude<JobResult, { kind: 'generated' | 'rest' }>
  /** `busy`: too many wait already; `own-busy`: too many of whoever asks. */
  | { readonly kind: 'rejected'; readonly reason: 'cancelled' | 'busy' | 'own-busy' }
  /** For so long nothing was heard of it. */
  | { readonly kind: 'rejected'; readonly reason: 'too-slow'; readonly seconds: number }
  /** The worker ran out of memory or met a bug; the log has the message. */
  | { readonly kind: 'rejected'; readonly reason: 'failed'; readonly message: string }

export type RunOptions = {
  readonly onNews: (news: News) => void
  readonly signal: AbortSignal | undefined
  readonly silenceLimitMs: number | undefined
  /** Nobody where the instance makes its own documents. */
  readonly asker: Asker | undefined
}

// A long document on a busy machine takes its time, but it is always heard of.
const SILENCE_LIMIT_MS = 120_000
// At a few seconds each, whoever comes later would wait for minutes.
const MOST_WAITING = 20

// On globalThis, because Next loads this module more than once in a process, and the cores are there only once.
const held = globalThis as typeof globalThis & { bilimWork?: ReturnType<typeof createWork> }

// One core stays free for requests; on a machine with one, a document is made at a time.
const createWork = () => ({
  takeTurn: createTurns(Math.max(1, availableParallelism() - 1), MOST_WAITING),
  idle: createIdleWorkers(),
})

function work() {
  held.bilimWork ??= createWork()
  return held.bilimWork
}

const REASONS = { cancelled: 'cancelled', full: 'busy', 'own-full': 'own-busy' } as const

/**
 * Does a job in a thread of its own, killed on cancel, when it gets no further for `silenceLimitMs` and when it takes too
 * much memory. Other requests stay fast; documents beyond the number of free cores wait their turn, those of accounts never
 * behind those of guests, and one of a person is made at a time.
 */
export async function runInWorker(job: Job, options: RunOptions): Promise<JobResult | WorkRejection> {
  const large = tooLarge(job.source)
  if (large) return large
  const file = workerFile('generate-worker')
  options.onNews({ kind: 'progress', progress: { phase: 'waiting' } })
  const turn = await work().takeTurn(options.signal, options.asker)
  if (turn.kind !== 'in') return { kind: 'rejected', reason: REASONS[turn.kind] }
  try {
    return await run(work().idle.take(file), job, options)
  } finally {
    turn.leave()
  }
}

async function run(
  worker: Worker,
  job: Job,
  { onNews, signal, silenceLimitMs }: RunOptions,
): Promise<JobResult | WorkRejection> {
  const limit = silenceLimitMs ?? SILENCE_LIMIT_MS
  const ended = new AbortController()
  let finished = false
  const settled = new Promise<JobResult | WorkRejection>((resolve) => {
    const fail = (message: string) => resolve({ kind: 'rejected', reason: 'failed', message })
    worker.on('message', (message: Message) => {
      // What was on its way when somebody cancelled is told to nobody.
      if (signal?.aborted) return
      timer.refresh()
      if (message.kind === 'error') return fail(message.message)
      if (message.kind !== 'result') return onNews(message)
      finished = true
      return resolve(message.result)
    })
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.on('exit', (code) => fail(`The worker ended with ${code}.`))
    const cancelled = () => resolve({ kind: 'rejected', reason: 'cancelled' })
    signal?.addEventListener('abort', cancelled, { once: true, signal: ended.signal })
    if (signal?.aborted) cancelled()
    const late = () => resolve({ kind: 'rejected', reason: 'too-slow', seconds: Math.round(limit / 1000) })
    const timer = setTimeout(late, limit)
    ended.signal.addEventListener('abort', () => clearTimeout(timer))
    worker.postMessage(job)
  })
  try {
    return await settled
  } finally {
    ended.abort()
    forget(worker)
    // Only a worker that came to its end by itself is clean enough for the next document.
    if (finished) work().idle.keep(worker)
    else await worker.terminate()
  }
}
