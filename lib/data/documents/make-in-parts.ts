import 'server-only'
import type { StopReason } from '../../core/document/making'
import type { Requester } from '../../jobs/fair-queue'
import type { GenerateRejection } from '../../jobs/generate-in-worker'
import { generateInParts } from '../../jobs/generate-in-worker'
import type { GenerateProgress, GenerateResult, GenerateTask, Remainder } from '../../jobs/generate-task'
import { stopRun } from './hold-run'
import { type Opening, type Over, PartSaver, type Place } from './part-saver'

export type MakeProgress = GenerateProgress | { readonly phase: 'saving' }

export type MakeOptions<Other> = Opening<Other> & {
  readonly onProgress?: ((progress: MakeProgress) => void) | undefined
  /** Heeded until the document has rows: from then on it is its owner who stops the run. */
  readonly signal?: AbortSignal | undefined
  readonly asker: Requester | undefined
}

export type MadeInParts<Other> =
  /** Too short for parts; nothing of it is saved yet. */
  | Extract<GenerateResult, { kind: 'generated' }>
  /** To its end. */
  | { readonly kind: 'made'; readonly place: Place }
  /** Not to its end; what was saved stays. `why` is null when somebody else ended the run. */
  | { readonly kind: 'stopped'; readonly place: Place; readonly why: GenerateRejection | null }
  /** A long text of which nothing can be asked. */
  | { readonly kind: 'nothing'; readonly facts: number; readonly refused: Remainder['refused'] }
  | { readonly kind: 'other'; readonly other: Other }
  | GenerateRejection

/**
 * Lets the engine read a text in a worker and saves what it makes part by part, so that the first items are studied while
 * the rest is made. What the end adds or takes back is matched by content key: nothing learned or decided is lost.
 */
export async function makeInParts<Other>(
  job: Omit<GenerateTask, 'inParts'>,
  { onProgress, signal, asker, ...opening }: MakeOptions<Other>,
): Promise<MadeInParts<Other>> {
  const saver = new PartSaver(opening)
  signal?.addEventListener('abort', saver.leave)
  if (signal?.aborted) saver.leave()
  try {
    const { begin, take, stopped } = saver
    const result = await generateInParts(job, {
      onProgress,
      onRead: begin,
      onPart: take,
      signal: stopped,
      requester: asker,
    })
    await saver.settle()
    if (result.kind === 'remainder') {
      onProgress?.({ phase: 'saving' })
      await saver.finish(result.remainder)
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
  if (result.kind !== 'remainder') return result
  return place ? { kind: 'made', place } : { kind: 'nothing', facts: saver.facts, refused: result.remainder.refused }
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

export function reasonOf({ reason }: GenerateRejection): StopReason {
  if (reason === 'own-busy') return 'busy'
  return reason === 'too-slow' || reason === 'busy' || reason === 'cancelled' ? reason : 'failed'
}
