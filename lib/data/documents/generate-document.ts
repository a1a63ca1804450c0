import 'server-only'
import type { DocumentFormat } from '../../core/document/document'
import type { StopReason } from '../../core/document/generation-progress'
import { ENGINE_VERSION } from '../../core/generation/engine-version'
import { DeckId, DocumentId } from '../../core/ids'
import { db, type Tx } from '../../db'
import type { Requester } from '../../workers/fair-queue'
import type { GenerateProgress, GenerateResult, GenerateTask, Remainder } from '../../workers/generate-in-worker'
import { type GenerateRejection, generateInParts, generateInWorker } from '../../workers/generate-in-worker'
import { isShuttingDown, LeaseLost } from '../leases'
import { forgetText } from '../search/index-text'
import { documentData } from './document-row'
import { type DocumentDeck, keepLease, type Lease, removeJob, requesterFor, stopJob, withLease } from './generation-job'
import { type Merged, mergeGenerated } from './merge-generated'
import { type Destination, type Ended, PartSaver } from './save-parts'

export type JobOptions = {
  readonly onProgress?: ((progress: GenerateProgress | { readonly phase: 'saving' }) => void) | undefined
  /** Has an effect until the first save. After that only the owner stops the job. */
  readonly signal?: AbortSignal | undefined
}

export type PartsResult<Duplicate> =
  /** Too short for parts; nothing of it is saved yet. */
  | Extract<GenerateResult, { kind: 'generated' }>
  | { readonly kind: 'complete'; readonly document: DocumentDeck }
  /** What was saved stays. `why` is null when the lease was lost. */
  | { readonly kind: 'stopped'; readonly document: DocumentDeck; readonly why: GenerateRejection | null }
  /** A long text of which nothing can be asked. */
  | { readonly kind: 'nothing'; readonly refused: Remainder['refused'] }
  | { readonly kind: 'duplicate'; readonly duplicate: Duplicate }
  | GenerateRejection

/** Generates a document in a worker and saves it part by part, so that the first cards are studied while the rest is made. */
export async function generatePartByPart<Duplicate>(
  lease: Lease,
  task: Omit<GenerateTask, 'inParts'>,
  destination: Destination<Duplicate>,
  { onProgress, signal, requester }: JobOptions & { readonly requester: Requester | undefined },
): Promise<PartsResult<Duplicate>> {
  const saver = new PartSaver(lease, destination)
  signal?.addEventListener('abort', saver.leave)
  if (signal?.aborted) saver.leave()
  try {
    const result = await generateInParts(task, {
      onProgress,
      onRead: saver.begin,
      onPart: saver.take,
      signal: saver.signal,
      requester,
    })
    await saver.settle()
    if (result.kind === 'remainder') {
      onProgress?.({ phase: 'saving' })
      await saver.finish(result.remainder)
    }
    return await outcomeOf(lease, saver, result)
  } finally {
    signal?.removeEventListener('abort', saver.leave)
    saver.close()
  }
}

async function outcomeOf<Duplicate>(
  lease: Lease,
  saver: PartSaver<Duplicate>,
  result: Awaited<ReturnType<typeof generateInParts>>,
): Promise<PartsResult<Duplicate>> {
  const { document, ended } = saver
  if (ended) return endEarly(lease, saver, ended)
  if (result.kind === 'rejected' && document) {
    await stopJob(lease, stopReasonOf(result))
    return { kind: 'stopped', document, why: result }
  }
  if (result.kind !== 'remainder') return result
  return document ? { kind: 'complete', document } : { kind: 'nothing', refused: result.remainder.refused }
}

async function endEarly<Duplicate>(
  lease: Lease,
  { document, isStarted }: PartSaver<Duplicate>,
  ended: Ended<Duplicate>,
): Promise<PartsResult<Duplicate>> {
  if (ended.kind === 'duplicate') return ended
  if (ended.kind === 'lost' && document) return { kind: 'stopped', document, why: null }
  if (document && isStarted) await stopJob(lease, 'failed')
  // Nobody knows of it yet. With the document goes its job.
  else if (document && !isShuttingDown()) await db().document.deleteMany({ where: { id: document.documentId } })
  if (ended.kind === 'broken') throw ended.error
  return { kind: 'rejected', reason: 'cancelled' }
}

function stopReasonOf({ reason }: GenerateRejection): StopReason {
  if (reason === 'own-busy') return 'busy'
  return reason === 'too-slow' || reason === 'busy' || reason === 'cancelled' ? reason : 'failed'
}

export type GenerationOutcome =
  /** `merged` is null where nothing of an older engine was there to be merged. */
  | { readonly kind: 'complete'; readonly merged: Merged | null }
  /** `why` is null when the lease was lost. */
  | { readonly kind: 'stopped'; readonly why: GenerateRejection | null }

const LOST: GenerationOutcome = { kind: 'stopped', why: null }

/**
 * Generates a document that has rows to its end, for the holder of the lease. The text is read from its beginning. This
 * engine's own rows are found again by their content keys, part by part; an older engine's are merged when all is known.
 */
export async function generateAgain(lease: Lease, options: JobOptions = {}): Promise<GenerationOutcome> {
  const document = await loadDocument(lease)
  if (!document) return LOST
  const { row, task, requester } = document
  if (row.engine !== ENGINE_VERSION) return generateWhole(lease, document, options)
  const destination: Destination<never> = { kind: 'existing', document: document.ids }
  const result = await generatePartByPart(lease, task, destination, { ...options, requester })
  if (result.kind === 'complete') return { kind: 'complete', merged: null }
  if (result.kind === 'stopped') return { kind: 'stopped', why: result.why }
  if (result.kind === 'generated') return mergeUnderLease(lease, row, result)
  throw new Error(`The generation of a document with rows ended with ${result.kind}.`)
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadDocument>>>

async function loadDocument({ jobId }: Lease) {
  const job = await db().generationJob.findUnique({
    where: { id: jobId },
    select: {
      document: {
        select: {
          ...{ id: true, ownerId: true, title: true, text: true, format: true, engine: true },
          decks: { select: { id: true }, take: 1 },
        },
      },
    },
  })
  const row = job?.document
  const deck = row?.decks[0]
  if (!row || !deck) return null
  const source = { kind: 'stored' as const, text: row.text, format: row.format as DocumentFormat }
  return {
    row,
    ids: { documentId: DocumentId.parse(row.id), deckId: DeckId.parse(deck.id) },
    task: { title: row.title, source },
    requester: await requesterFor(row.ownerId),
  }
}

async function generateWhole(
  lease: Lease,
  { row, task, requester }: Loaded,
  options: JobOptions,
): Promise<GenerationOutcome> {
  const { onProgress, signal } = options
  const lost = new AbortController()
  const stopHeartbeat = keepLease(lease, () => lost.abort())
  try {
    const either = signal ? AbortSignal.any([signal, lost.signal]) : lost.signal
    const result = await generateInWorker(task, { onProgress, signal: either, requester })
    if (lost.signal.aborted) return LOST
    if (result.kind === 'rejected' || signal?.aborted) {
      const why = result.kind === 'rejected' ? result : ({ kind: 'rejected', reason: 'cancelled' } as const)
      await stopJob(lease, stopReasonOf(why))
      return { kind: 'stopped', why }
    }
    onProgress?.({ phase: 'saving' })
    return await mergeUnderLease(lease, row, result)
  } finally {
    stopHeartbeat()
  }
}

async function mergeUnderLease(
  lease: Lease,
  { id, ownerId }: { readonly id: string; readonly ownerId: string | null },
  { generated, format }: Extract<GenerateResult, { kind: 'generated' }>,
): Promise<GenerationOutcome> {
  const progress = { readTo: generated.document.text.length }
  const run = <T>(step: (tx: Tx) => Promise<T>) => withLease(lease, progress, step)
  try {
    const merged = await mergeGenerated({ id, ownerId }, generated, { from: db(), run })
    // The engine's name is written last: an interrupted merge starts anew.
    await run(async (tx) => {
      await tx.document.update({ where: { id }, data: documentData(generated, format), select: { id: true } })
      await forgetText(tx, id)
      await removeJob(tx, lease)
    })
    return { kind: 'complete', merged }
  } catch (error) {
    if (error instanceof LeaseLost) return LOST
    throw error
  }
}
