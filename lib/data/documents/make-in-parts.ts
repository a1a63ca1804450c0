import 'server-only'
import type { StopReason } from '../../core/document/making'
import { generateInParts } from '../../work/generate-in-worker'
import type { Job, JobResult, Rest, WorkProgress } from '../../work/job'
import type { WorkRejection } from '../../work/run-in-worker'
import type { Asker } from '../../work/turns'
import { stopRun } from './hold-run'
import { type Opening, type Over, PartSaver, type Place } from './part-saver'

export type MakeProgress = WorkProgress | { readonly phase: 'saving' }

export type MakeOptions<Other> = Opening<Other> & {
  readonly onProgress?: ((progress: MakeProgress) => void) | undefined
  /** Heeded until the document has rows: from then on it is its owner who stops the run. */
  readonly signal?: AbortSignal | undefined
  readonly asker: Asker | undefined
}

export type MadeInParts<Other> =
  /** Too short for parts; nothing of it is saved yet. */
  | Extract<JobResult, { kind: 'generated' }>
  /** To its end. */
  | { readonly kind: 'made'; readonly place: Place }
  /** Not to its end; what was saved stays. `why` is null when somebody else ended the run. */
  | { readonly kind: 'stopped'; readonly place: Place; readonly why: WorkRejection | null }
  /** A long text of which nothing can be asked. */
  | { readonly kind: 'nothing'; readonly facts: number; readonly refused: Rest['refused'] }
  | { readonly kind: 'other'; readonly other: Other }
  | WorkRejection

/**
 * Lets the engine read a text in a worker and saves what it makes part by part, so that the first items are studied while
 * the rest is made. What the end adds or takes back is matched by content key: nothing learned or decided is lost.
 */
export async function makeInParts<Other>(
  job: Omit<Job, 'inParts'>,
  { onProgress, signal, asker, ...opening }: MakeOptions<Other>,
): Promise<MadeInParts<Other>> {
  const saver = new PartSaver(opening)
  signal?.addEventListener('abort', saver.leave)
  if (signal?.aborted) saver.leave()
  try {
    const { begin, take, stopped } = saver
    const result = await generateInParts(job, { onProgress, onBegun: begin, onPart: take, signal: stopped, asker })
    await saver.settle()
    if (result.kind === 'rest') {
      onProgress?.({ phase: 'saving' })
      await saver.finish(result.rest)
    }
    return await endOf(saver, opening, result)
  } finally {
    signal?.removeEventListener('abort', saver.leave)
    saver.close()
  }
}

type Result = Awaited<ReturnType<typeof generateInParts>>

async function endOf<Other>(
  saver: PartSaver<Other>,
  opening: Opening<Other>,
  result: Result,
): Promise<MadeInParts<Other>> {
  const { place, over } = saver
  if (over) return endEarly(over, saver, opening)
  if (result.kind === 'rejected' && place) {
    await stopRun({ documentId: place.documentId, runId: opening.runId }, reasonOf(result))
    return { kind: 'stopped', place, why: result }
  }
  if (result.kind !== 'rest') return result
  return place ? { kind: 'made', place } : { kind: 'nothing', facts: saver.facts, refused: result.rest.refused }
}

async function endEarly<Other>(
  over: Over<Other>,
  { place, isTold }: PartSaver<Other>,
  { runId, undo }: Opening<Other>,
): Promise<MadeInParts<Other>> {
  if (over.kind === 'other') return over
  if (over.kind === 'lost' && place) return { kind: 'stopped', place, why: null }
  if (place && isTold) await stopRun({ documentId: place.documentId, runId }, 'failed')
  else if (place) await undo(place)
  if (over.kind === 'broken') throw over.error
  return { kind: 'rejected', reason: 'cancelled' }
}

export function reasonOf({ reason }: WorkRejection): StopReason {
  if (reason === 'own-busy') return 'busy'
  return reason === 'too-slow' || reason === 'busy' || reason === 'cancelled' ? reason : 'failed'
}
