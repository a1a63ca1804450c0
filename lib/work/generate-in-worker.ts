import type { Begun, Job, JobResult, WorkPart, WorkProgress } from './job'
import { runInWorker, type WorkRejection } from './run-in-worker'
import type { Asker } from './turns'

export type WorkOptions = {
  onProgress?: ((progress: WorkProgress) => void) | undefined
  signal?: AbortSignal | undefined
  silenceLimitMs?: number | undefined
  asker?: Asker | undefined
}

type Whole = Extract<JobResult, { kind: 'generated' }>
type Rest = Extract<JobResult, { kind: 'rest' }>
type Asked = Omit<Job, 'inParts'>

/** Reads and generates in a thread of its own, and gives the whole in one piece. */
export async function generateInWorker(
  job: Asked,
  { onProgress, signal, silenceLimitMs, asker }: WorkOptions = {},
): Promise<Whole | WorkRejection> {
  const result = await runInWorker(job, {
    onNews: (news) => news.kind === 'progress' && onProgress?.(news.progress),
    signal,
    silenceLimitMs,
    asker,
  })
  if (result.kind === 'rest') throw new Error('The worker told parts that nobody had asked for.')
  return result
}

export type PartOptions = WorkOptions & {
  /** Once, before the first part. */
  readonly onBegun: (begun: Begun) => void
  readonly onPart: (part: WorkPart) => void
}

/**
 * The same for a reader who does not wait for the end: parts in the order of the text, then what the whole adds to them.
 * A document that is too short for parts comes in one piece.
 */
export function generateInParts(
  job: Asked,
  { onProgress, onBegun, onPart, signal, silenceLimitMs, asker }: PartOptions,
): Promise<Whole | Rest | WorkRejection> {
  return runInWorker(
    { ...job, inParts: true },
    {
      onNews: (news) => {
        if (news.kind === 'progress') onProgress?.(news.progress)
        else if (news.kind === 'begun') onBegun(news.begun)
        else onPart(news.part)
      },
      signal,
      silenceLimitMs,
      asker,
    },
  )
}
