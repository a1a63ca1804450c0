import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { createFairQueue, type Requester } from './fair-queue'
import type { WorkerInput } from './worker-task'

export type PoolOptions = {
  /** Tasks that run at a time. */
  readonly slots: number
  readonly maxQueued: number
  readonly memoryMb: number
  /** The share of it for short-lived objects; Node's default is 48. */
  readonly youngMemoryMb?: number
  /** How long a thread waits for the next task before it ends. */
  readonly idleMs?: number
}

export type TaskOptions<Message> = {
  /** Ends the thread if the task does not send a message or finish for this long. */
  readonly silenceLimitMs: number
  /** Aborting ends the thread. No message is delivered afterwards. */
  readonly signal?: AbortSignal | undefined
  readonly requester?: Requester | undefined
  readonly onMessage?: (message: Message) => void
  /** How many tasks run or wait before this one; called while it waits. */
  readonly onWait?: (before: number) => void
}

export type TaskRejection =
  /** `busy`: too many tasks wait already; `own-busy`: too many of this requester's tasks. */
  | { readonly kind: 'rejected'; readonly reason: 'busy' }
  | { readonly kind: 'rejected'; readonly reason: 'cancelled' | 'own-busy' }
  | { readonly kind: 'rejected'; readonly reason: 'too-slow'; readonly seconds: number }
  /** The worker ran out of memory or threw; the message belongs in the log. */
  | { readonly kind: 'rejected'; readonly reason: 'failed'; readonly message: string }

type WorkerName = 'generate-worker' | 'paste-worker' | 'fit-weights-worker' | 'print-worker'
type Pool = { readonly queue: ReturnType<typeof createFairQueue>; readonly threads: Piscina }

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bilimPools?: Map<WorkerName, Pool> }

/**
 * Runs a task in a worker thread of its own. The thread is ended when the task is cancelled, silent for too long or takes
 * too much memory; otherwise it is used again. Tasks beyond `slots` wait in a fair queue.
 */
export async function runInWorker<Task, Message, Result>(
  name: WorkerName,
  poolOptions: PoolOptions,
  task: Task,
  options: TaskOptions<Message>,
): Promise<Result | TaskRejection> {
  const { queue, threads } = poolFor(name, poolOptions)
  const slot = await queue(options.signal, options.requester, options.onWait)
  if (slot.kind !== 'acquired') return { kind: 'rejected', reason: slot.kind }
  try {
    return await runOnThread<Task, Message, Result>(threads, task, options)
  } finally {
    slot.release()
  }
}

function poolFor(name: WorkerName, options: PoolOptions): Pool {
  shared.bilimPools ??= new Map()
  const pool = shared.bilimPools.get(name) ?? createPool(name, options)
  shared.bilimPools.set(name, pool)
  return pool
}

function createPool(name: WorkerName, { slots, maxQueued, memoryMb, youngMemoryMb, idleMs }: PoolOptions): Pool {
  const threads = new Piscina({
    filename: workerFile(name),
    // The export of the worker.
    name: 'run',
    minThreads: 0,
    // The queue decides how many run: up to twice `slots`, see `createFairQueue`.
    maxThreads: 2 * slots,
    idleTimeout: idleMs ?? 0,
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      ...(youngMemoryMb ? { maxYoungGenerationSizeMb: youngMemoryMb } : {}),
    },
    // Workers must not resolve packages for React's server build, as scripts of this process do.
    execArgv: [],
    recordTiming: false,
  })
  // An idle thread that dies concerns nobody; without a listener the event would end the process.
  threads.on('error', () => undefined)
  return { queue: createFairQueue(slots, maxQueued), threads }
}

async function runOnThread<Task, Message, Result>(
  threads: Piscina,
  task: Task,
  { silenceLimitMs, signal, onMessage }: TaskOptions<Message>,
): Promise<Result | TaskRejection> {
  const { port1: messages, port2: port } = new MessageChannel()
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), silenceLimitMs)
  const receive = (message: Message) => {
    timer.refresh()
    if (!signal?.aborted) onMessage?.(message)
  }
  messages.on('message', receive)
  try {
    const result: Result = await threads.run({ task, port } satisfies WorkerInput<Task>, {
      transferList: [port],
      signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    })
    if (signal?.aborted) return { kind: 'rejected', reason: 'cancelled' }
    // The result takes another channel and may overtake the last messages.
    for (let next = receiveMessageOnPort(messages); next; next = receiveMessageOnPort(messages)) receive(next.message)
    return result
  } catch (error) {
    return rejectionOf(error, { isCancelled: signal?.aborted, isSilent: silence.signal.aborted, silenceLimitMs })
  } finally {
    clearTimeout(timer)
    messages.close()
  }
}

type Ending = { isCancelled: boolean | undefined; isSilent: boolean; silenceLimitMs: number }

function rejectionOf(error: unknown, { isCancelled, isSilent, silenceLimitMs }: Ending): TaskRejection {
  if (isCancelled) return { kind: 'rejected', reason: 'cancelled' }
  if (isSilent) return { kind: 'rejected', reason: 'too-slow', seconds: Math.round(silenceLimitMs / 1000) }
  return { kind: 'rejected', reason: 'failed', message: error instanceof Error ? (error.stack ?? '') : String(error) }
}

/** The bundle of a worker. Every command that serves or tests builds them first. */
function workerFile(name: WorkerName): string {
  const file = join(process.cwd(), '.build', `${name}.mjs`)
  if (!existsSync(file)) throw new Error(`${file} is missing: run node scripts/build-worker.mjs.`)
  return file
}
