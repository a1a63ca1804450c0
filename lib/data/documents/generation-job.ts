import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type GenerationProgress, isStopReason, pageOf, type StopReason } from '../../core/document/generation-progress'
import { Depth } from '../../core/generation/depth'
import type { DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { type Db, db, type Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { ModelConsent } from '../../model/consent'
import type { Requester } from '../../workers/fair-queue'
import { decksVisibleTo } from '../decks/deck-access'
import { isHeldHere, LEASE_MS, LeaseLost, loseAllLeases, loseLease, sendHeartbeats } from '../leases'
import { pauseBetweenTransactions } from '../pause-between-transactions'

/** A document that has rows, and its deck. */
export type DocumentDeck = { readonly documentId: DocumentId; readonly deckId: DeckId }

/** A process's hold on a job. It saves only while the row names its lease. */
export type Lease = { readonly jobId: string; readonly leaseId: string; readonly clock: () => Date }

/** In UTF-16 code units. */
export type JobProgress = { readonly readTo: number }

/** What was sent: kept until the document has rows, so that a restart loses no import. */
export type Upload = {
  readonly title: string | null
  readonly content: string | Uint8Array
  readonly fileName: string | null
  readonly wish?: ImportWish | undefined
}

/** What the author wants of a document. */
export type ImportWish = {
  readonly depth: Depth
  /** Which language model the author lets read the text; null: none. */
  readonly model: ModelConsent | null
  /** Make a deck even if the rules find nothing in the text, or do not know its language. */
  readonly keepEmpty: boolean
}

/** Of who wishes nothing in particular. */
export const NO_WISH: ImportWish = { depth: 'balanced', model: null, keepEmpty: false }

/** As a job keeps it. A consent that cannot be read is none. */
export const StoredWish = z
  .object({ depth: Depth, model: ModelConsent.nullable().catch(null), keepEmpty: z.boolean() })
  .catch(NO_WISH)

/** A clock for a job that takes long: `now` at first, then `now` and the time since. */
export function runningClock(now: Date): () => Date {
  const since = performance.now()
  return () => new Date(now.getTime() + performance.now() - since)
}

/** For whom a job is queued: its owner, who may be away. What ships with the app has none. */
export async function requesterFor(ownerId: string | null): Promise<Requester | undefined> {
  if (ownerId === null) return undefined
  const identities = await db().identity.count({ where: { learnerId: ownerId, kind: { not: 'guest' } } })
  return { learnerId: ownerId, rank: identities > 0 ? 'known' : 'guest' }
}

/** A job that ends its process each time is left to its owner after so many. */
const MAX_RESUMED = 3

/** States of a job that works, or will. */
export const ACTIVE = { in: ['queued', 'running'] }

/** Stops the jobs of this process, which ends. Another one resumes them without waiting until their leases run out. */
export async function releaseJobs(): Promise<void> {
  const leaseIds = loseAllLeases()
  // Under another lease, so that a step that is under way saves nothing after it.
  const data = { leaseId: randomUUID(), heartbeatAt: new Date(0) }
  await db().generationJob.updateMany({ where: { leaseId: { in: [...leaseIds] }, state: ACTIVE }, data })
}

export async function enqueueImport(ownerId: string, upload: Upload, clock: () => Date): Promise<Lease> {
  const { title, content, fileName, wish = NO_WISH } = upload
  const isText = typeof content === 'string'
  const source = Uint8Array.from(isText ? Buffer.from(content, 'utf8') : content)
  const sent = { title, fileName: isText ? null : (fileName ?? ''), source, wish }
  return createJob(db(), { ownerId, state: 'queued', ...sent }, clock)
}

/** A job for a document that has rows; null if another job works on it. */
export async function createRegeneration(
  documentId: DocumentId,
  ownerId: string | null,
  clock: () => Date,
): Promise<Lease | null> {
  try {
    return await createJob(db(), { documentId, ownerId, state: 'running' }, clock)
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  }
}

type NewJob = Omit<Prisma.GenerationJobUncheckedCreateInput, 'id' | 'leaseId' | 'heartbeatAt'>

async function createJob(from: Db | Tx, job: NewJob, clock: () => Date): Promise<Lease> {
  const lease: Lease = { jobId: randomUUID(), leaseId: randomUUID(), clock }
  const data = { ...job, id: lease.jobId, leaseId: lease.leaseId, heartbeatAt: clock(), createdAt: clock() }
  await from.generationJob.create({ data, select: { id: true } })
  return lease
}

/** The viewer's own job that stopped. Of two requests at once, one gets it. */
export async function claimStopped(viewer: Viewer, documentId: DocumentId, clock: () => Date): Promise<Lease | null> {
  const where = { documentId, document: { ownerId: viewer.learnerId }, NOT: { state: ACTIVE } }
  const job = await db().generationJob.findFirst({ where, select: { id: true } })
  return job && claim({ id: job.id, NOT: { state: ACTIVE } }, { state: 'running', resumed: 0 }, clock)
}

type Claimable = { readonly id: string; readonly leaseId: string; readonly resumed: number }

/** `isAlone`: no other process works on this database, so what does not run here runs nowhere. */
export async function findAbandoned(clock: () => Date, isAlone: boolean): Promise<readonly Claimable[]> {
  const isSilent = { heartbeatAt: { lt: new Date(clock().getTime() - LEASE_MS) } }
  const rows = await db().generationJob.findMany({
    where: { state: ACTIVE, ...(isAlone ? {} : isSilent) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, leaseId: true, resumed: true },
  })
  return rows.filter(({ leaseId }) => !isHeldHere(leaseId))
}

/** Of two processes that find the job, one gets it. */
export async function claimAbandoned({ id, leaseId, resumed }: Claimable, clock: () => Date): Promise<Lease | null> {
  const where = { id, leaseId, state: ACTIVE }
  if (resumed < MAX_RESUMED) return claim(where, { resumed: { increment: 1 } }, clock)
  await db().generationJob.deleteMany({ where: { ...where, documentId: null } })
  await db().generationJob.updateMany({ where, data: { state: 'interrupted' satisfies StopReason } })
  return null
}

async function claim(
  where: Prisma.GenerationJobWhereInput & { readonly id: string },
  data: Prisma.GenerationJobUpdateManyMutationInput,
  clock: () => Date,
): Promise<Lease | null> {
  const lease: Lease = { jobId: where.id, leaseId: randomUUID(), clock }
  const { count } = await db().generationJob.updateMany({
    where,
    data: { ...data, leaseId: lease.leaseId, heartbeatAt: clock() },
  })
  return count === 0 ? null : lease
}

/** Sends heartbeats until the returned function is called. `onLost` is called at once if this process stops the job. */
export function keepLease({ jobId, leaseId, clock }: Lease, onLost: () => void): () => void {
  const beat = async () => {
    const { count } = await db().generationJob.updateMany({
      where: { id: jobId, leaseId, state: ACTIVE },
      data: { heartbeatAt: clock() },
    })
    return count > 0
  }
  return sendHeartbeats(leaseId, beat, onLost)
}

/** One short transaction that only the holder of the lease may do, and a pause in which others do theirs. */
export function withLease<T>(lease: Lease, progress: JobProgress, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pauseBetweenTransactions(() =>
    db().$transaction(async (tx) => {
      await renewLease(tx, lease, progress)
      return work(tx)
    }),
  )
}

/**
 * Locks the document before its job, as deleting does; in another order the two would wait for each other. A resumed job
 * reads from the beginning: the progress of the earlier run is shown until it is passed.
 */
async function renewLease(tx: Tx, { jobId, leaseId, clock }: Lease, { readTo }: JobProgress): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    WITH document AS (
      SELECT id FROM "Document" WHERE id = (SELECT "documentId" FROM "GenerationJob" WHERE id = ${jobId}::uuid)
      FOR KEY SHARE)
    UPDATE "GenerationJob" AS job
    SET "heartbeatAt" = ${clock()}, "readTo" = GREATEST(job."readTo", ${readTo})
    WHERE job.id = ${jobId}::uuid AND job."leaseId" = ${leaseId}::uuid AND job.state IN ('queued', 'running')
      AND (job."documentId" IS NULL OR EXISTS (SELECT 1 FROM document))
    RETURNING 1`
  if (held.length === 0) throw new LeaseLost()
}

/** The document has its first rows: what was sent is not needed any more. */
export async function attachDocument(tx: Tx, { jobId }: Lease, documentId: DocumentId): Promise<void> {
  const data = { documentId, state: 'running', source: null, title: null, fileName: null, wish: Prisma.DbNull }
  await tx.generationJob.update({ where: { id: jobId }, data, select: { id: true } })
}

/** An import that ended without a document. */
export async function discardUpload({ jobId, leaseId }: Lease): Promise<void> {
  await db().generationJob.deleteMany({ where: { id: jobId, leaseId, documentId: null } })
}

/** The document is complete, or nothing of it was changed. */
export async function removeJob(from: Db | Tx, { jobId, leaseId }: Lease): Promise<void> {
  await from.generationJob.deleteMany({ where: { id: jobId, leaseId } })
}

/** What was generated stays. Without effect if the lease was lost. */
export async function stopJob({ jobId, leaseId }: Lease, reason: StopReason): Promise<void> {
  await db().generationJob.updateMany({ where: { id: jobId, leaseId, state: ACTIVE }, data: { state: reason } })
}

export type GenerationCancelled =
  | { readonly kind: 'cancelled' }
  /** Not the viewer's document, or nothing generates it. */
  | { readonly kind: 'rejected'; readonly reason: 'not-generating' }

/**
 * Stops the generation of the viewer's own document, and the reading by the model that waits for it. What was generated stays;
 * `resumeGeneration` generates the rest.
 */
export async function cancelGeneration(viewer: Viewer, documentId: DocumentId): Promise<GenerationCancelled> {
  const where = { documentId, state: ACTIVE, document: { ownerId: viewer.learnerId } }
  const job = await db().generationJob.findFirst({ where, select: { leaseId: true } })
  const { count } = await db().generationJob.updateMany({ where, data: { state: 'cancelled' satisfies StopReason } })
  if (!job || count === 0) return { kind: 'rejected', reason: 'not-generating' }
  await db().modelReading.updateMany({ where: { documentId, state: 'waiting' }, data: { state: 'stopped' } })
  loseLease(job.leaseId)
  return { kind: 'cancelled' }
}

/** How far the document of a deck is generated; null if the viewer may not see the deck. */
export async function findGenerationProgress(
  viewer: Viewer | null,
  deckId: DeckId,
): Promise<GenerationProgress | null> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    select: {
      documentId: true,
      document: { select: { generation: { select: { state: true, readTo: true } } } },
    },
  })
  if (!deck) return null
  const { generation } = deck.document
  if (!generation) return { kind: 'complete' }
  const [row] = await db().$queryRaw<{ length: number }[]>`
    SELECT length(text) AS length FROM "Document" WHERE id = ${deck.documentId}::uuid`
  const { state, readTo } = generation
  const progress = pageOf(readTo, row?.length ?? 0)
  return isStopReason(state) ? { kind: 'stopped', reason: state, ...progress } : { kind: 'generating', ...progress }
}
