import { availableParallelism } from 'node:os'
import type { DocumentFormat } from '../core/document/document'
import type { Fact } from '../core/fact/fact'
import type { Place } from '../core/generation/depth'
import type { Generated, GeneratedItem } from '../core/generation/generated'
import { type ReadRejection, type Source, tooLarge } from '../import-formats/read-document'
import type { Requester } from './fair-queue'
import { type PoolOptions, runInWorker, type TaskRejection } from './worker-pool'

/** A document that a worker reads and generates facts and items from. */
export type GenerateTask = {
  readonly title: string | null
  readonly source: Source
  /** Send a long document part by part while it is generated, and at the end only what the parts did not contain. */
  readonly inParts?: true
}

/** What the screen shows of a task that is not finished. `done` and `total` count blocks of the document. */
export type GenerateProgress =
  /** `before`: documents that are read or wait before this one. */
  | { readonly phase: 'queued'; readonly before: number }
  | { readonly phase: 'reading' }
  | {
      readonly phase: 'generating'
      readonly done: number
      readonly total: number
      readonly items: number
    }

/** What is known of a document before its first part. */
export type DocumentRead = Pick<Generated, 'document' | 'engine'> & { readonly format: DocumentFormat }

/** Facts and items with their positions in the document. Items ask facts of this batch or of earlier ones. */
export type Batch = {
  readonly facts: readonly { readonly fact: Fact; readonly position: number }[]
  /** `place` is for the time until the whole document is ranked. */
  readonly items: readonly {
    readonly item: GeneratedItem
    readonly position: number
    readonly place?: Place | undefined
  }[]
}

/** The batch of one section; positions of later parts are higher. */
export type Part = Batch & {
  /** Until where the text has been read, in UTF-16 code units. */
  readonly readTo: number
}

/** What the whole document adds to its parts: new or changed facts and items, and keys that no longer hold. */
export type Remainder = Batch & {
  readonly withdrawn: { readonly facts: readonly string[]; readonly items: readonly string[] }
  readonly refused: Generated['refused']
  readonly refusals: Generated['refusals']
}

export type GenerateResult =
  /** In one piece: there were no parts. */
  | { readonly kind: 'generated'; readonly generated: Generated; readonly format: DocumentFormat }
  | { readonly kind: 'remainder'; readonly remainder: Remainder }
  | ReadRejection

/** What a worker sends before its result. */
export type GenerateMessage =
  | { readonly kind: 'progress'; readonly progress: GenerateProgress }
  | { readonly kind: 'read'; readonly read: DocumentRead }
  | { readonly kind: 'part'; readonly part: Part }

export type GenerateRejection = Extract<GenerateResult, { kind: 'rejected' }> | TaskRejection

export type GenerateOptions = {
  readonly onProgress?: ((progress: GenerateProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  readonly silenceLimitMs?: number | undefined
  /** Undefined where the instance generates its own documents. */
  readonly requester?: Requester | undefined
}

export type PartOptions = GenerateOptions & {
  /** Once, before the first part. */
  readonly onRead: (read: DocumentRead) => void
  readonly onPart: (part: Part) => void
}

type Whole = Extract<GenerateResult, { kind: 'generated' }>
type Remaining = Extract<GenerateResult, { kind: 'remainder' }>
type Task = Omit<GenerateTask, 'inParts'>

// A long document on a busy machine takes its time, but it always sends progress.
const SILENCE_LIMIT_MS = 120_000

const POOL: PoolOptions = {
  // One core stays free for requests.
  slots: Math.max(1, availableParallelism() - 1),
  // At a few seconds each, one more would wait for minutes.
  maxQueued: 20,
  memoryMb: 1_024,
  // The engine makes short-lived objects: with the default their collection takes a fifth of a core from others.
  youngMemoryMb: 96,
  // Loading the language model takes longer than a page of text; keeping it costs memory.
  idleMs: 30_000,
}

/** Reads a document and generates its facts and items in a worker thread; returns all of them at once. */
export async function generateInWorker(task: Task, options: GenerateOptions = {}): Promise<Whole | GenerateRejection> {
  const result = await run(task, options, (message) => {
    if (message.kind === 'progress') options.onProgress?.(message.progress)
  })
  if (result.kind === 'remainder') throw new Error('The worker sent parts that were not requested.')
  return result
}

/**
 * The same, with parts in the order of the text as soon as each is generated, and the remainder at the end. A document that
 * is too short for parts comes in one piece.
 */
export function generateInParts(
  task: Task,
  { onRead, onPart, ...options }: PartOptions,
): Promise<Whole | Remaining | GenerateRejection> {
  return run({ ...task, inParts: true }, options, (message) => {
    if (message.kind === 'progress') options.onProgress?.(message.progress)
    else if (message.kind === 'read') onRead(message.read)
    else onPart(message.part)
  })
}

/** Before anything is stored, copied or read. */
export const rejectTooLarge = (source: GenerateTask['source']): GenerateRejection | null => tooLarge(source)

async function run(
  task: GenerateTask,
  { onProgress, signal, silenceLimitMs, requester }: GenerateOptions,
  onMessage: (message: GenerateMessage) => void,
): Promise<GenerateResult | TaskRejection> {
  const large = tooLarge(task.source)
  if (large) return large
  onProgress?.({ phase: 'queued', before: 0 })
  return runInWorker<GenerateTask, GenerateMessage, GenerateResult>('generate-worker', POOL, task, {
    silenceLimitMs: silenceLimitMs ?? SILENCE_LIMIT_MS,
    signal,
    requester,
    onMessage,
    onWait: (before) => onProgress?.({ phase: 'queued', before }),
  })
}
