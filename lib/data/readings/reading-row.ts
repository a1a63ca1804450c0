import 'server-only'
import { randomUUID } from 'node:crypto'
import { db, type Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { FailureReason } from '../../model/failure'
import { ACTIVE } from '../documents/generation-job'
import { LEASE_MS, LeaseLost, leasesHeldHere, loseAllLeases, loseLease, sendHeartbeats } from '../leases'
import { pauseBetweenTransactions } from '../pause-between-transactions'

/** `waiting`: until the rules are done. `paused`: the model failed. `limit`: of tokens in this month; it goes on in the next. */
export type ReadingState = 'waiting' | 'running' | 'paused' | 'stopped' | 'limit' | 'complete'

/**
 * Why a reading is paused. `interrupted`: its process ended again and again. `other-model`: its author consented to another
 * model than the one that is configured, and is asked again. `no-model`: none is configured (any more).
 */
export type PauseReason = FailureReason | 'interrupted' | 'internal-error' | 'other-model' | 'no-model'

/** Those that go on by themselves where they have a time for it. */
const RESTING = { in: ['paused', 'limit'] satisfies ReadingState[] }

/** What a reading becomes: a reason and a time of another state do not stay. */
export const stateRow = (state: ReadingState, reason: PauseReason | '' = '', resumeAt: Date | null = null) => {
  return { state, reason, resumeAt }
}

/** A process's hold on a reading. It saves only while the row names its lease. */
export type ReadingLease = { readonly documentId: string; readonly leaseId: string; readonly clock: () => Date }

/** A part that ends its process each time leaves the reading to its owner after so many. */
const MAX_RESUMED = 3

/** Stops the readings of this process, which ends in order. They wait for the next one, and count as resumed by none. */
export async function releaseReadings(): Promise<void> {
  const leaseIds = loseAllLeases()
  const data = { state: 'waiting' satisfies ReadingState, leaseId: randomUUID() }
  await db().modelReading.updateMany({ where: { leaseId: { in: [...leaseIds] }, state: 'running' }, data })
}

/** Readings that wait, those whose process ended, and those whose pause or month is over. `isAlone`: no other process works on this database. */
const claimable = (now: Date, isAlone: boolean): Prisma.ModelReadingWhereInput => {
  const isSilent = isAlone ? {} : { heartbeatAt: { lt: new Date(now.getTime() - LEASE_MS) } }
  const isPauseOver = { state: RESTING, resumeAt: { lte: now } }
  return {
    OR: [{ state: 'waiting' }, isPauseOver, { state: 'running', leaseId: { notIn: leasesHeldHere() }, ...isSilent }],
  }
}

/** Without a model none of them begins: their authors are told so. */
export async function pauseWithoutModel(clock: () => Date, isAlone: boolean): Promise<void> {
  await db().modelReading.updateMany({ where: claimable(clock(), isAlone), data: stateRow('paused', 'no-model') })
}

/** Rules that stopped for good leave the text to the model; what they made stays. */
const RULES_DONE: Prisma.DocumentWhereInput = {
  OR: [{ generation: null }, { generation: { NOT: { state: ACTIVE } } }],
}

/** The first readings, at most so many, that may begin: those whose rules are done, and those whose process ended. */
export async function claimReadings(
  clock: () => Date,
  isAlone: boolean,
  most: number,
): Promise<readonly ReadingLease[]> {
  const rows = await db().modelReading.findMany({
    where: { document: RULES_DONE, ...claimable(clock(), isAlone) },
    orderBy: { consentedAt: 'asc' },
    take: most,
    select: { documentId: true, state: true, leaseId: true, resumed: true },
  })
  const claimed: ReadingLease[] = []
  for (const row of rows) {
    const lease = await claimRow(row, clock)
    if (lease) claimed.push(lease)
  }
  return claimed
}

type Row = {
  readonly documentId: string
  readonly leaseId: string
  readonly state: string
  readonly resumed: number
}

async function claimRow({ documentId, leaseId, state, resumed }: Row, clock: () => Date): Promise<ReadingLease | null> {
  const where = { documentId, leaseId, state }
  if (state !== 'running') return claim(where, clock, {})
  if (resumed < MAX_RESUMED) return claim(where, clock, { resumed: { increment: 1 } })
  await db().modelReading.updateMany({ where, data: stateRow('paused', 'interrupted') })
  return null
}

type Claimable = Prisma.ModelReadingWhereInput & { readonly documentId: string }

/** Of two processes that find the reading, one gets it. */
async function claim(
  where: Claimable,
  clock: () => Date,
  data: Prisma.ModelReadingUpdateManyMutationInput,
): Promise<ReadingLease | null> {
  const leaseId = randomUUID()
  const { count } = await db().modelReading.updateMany({
    where,
    data: { ...data, ...stateRow('running'), leaseId, heartbeatAt: clock() },
  })
  return count === 0 ? null : { documentId: where.documentId, leaseId, clock }
}

/** Sends heartbeats until the returned function is called. `onLost` is called at once if this process stops the reading. */
export function keepReading({ documentId, leaseId, clock }: ReadingLease, onLost: () => void): () => void {
  const beat = async () => {
    const data = { heartbeatAt: clock() }
    return (await db().modelReading.updateMany({ where: { documentId, leaseId, state: 'running' }, data })).count > 0
  }
  return sendHeartbeats(leaseId, beat, onLost)
}

/** One short transaction that only the holder of the lease may do, and a pause in which others do theirs. */
export function withReading<T>(
  lease: ReadingLease,
  data: Prisma.ModelReadingUpdateManyMutationInput,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { documentId, leaseId, clock } = lease
  return pauseBetweenTransactions(() =>
    db().$transaction(async (tx) => {
      // The document before its reading, as deleting does; in another order the two would wait for each other.
      await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${documentId}::uuid FOR KEY SHARE`
      const where = { documentId, leaseId, state: 'running' }
      const { count } = await tx.modelReading.updateMany({ where, data: { ...data, heartbeatAt: clock() } })
      if (count === 0) throw new LeaseLost()
      return work(tx)
    }),
  )
}

/** What was made stays. Without effect if the lease was lost. */
export async function endReading(
  { documentId, leaseId }: ReadingLease,
  state: Extract<ReadingState, 'paused' | 'limit' | 'complete'>,
  reason: PauseReason | '' = '',
  resumeAt: Date | null = null,
): Promise<void> {
  const data = stateRow(state, reason, resumeAt)
  await db().modelReading.updateMany({ where: { documentId, leaseId, state: 'running' }, data })
}

/** Ends the reading for whoever holds it; of one that rests, that it goes on by itself. */
export async function stopRow(where: Claimable): Promise<boolean> {
  const goesOn = [{ state: { in: ['waiting', 'running'] } }, { state: RESTING, NOT: { resumeAt: null } }]
  const active = { ...where, OR: goesOn }
  const row = await db().modelReading.findFirst({ where: active, select: { leaseId: true } })
  const { count } = await db().modelReading.updateMany({
    where: active,
    data: stateRow('stopped'),
  })
  if (!row || count === 0) return false
  loseLease(row.leaseId)
  return true
}
