import 'server-only'
import type { StopReason } from '../../core/document/making'
import { db, type Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { givingWay } from '../giving-way'
import { insertsOf, type Rows } from '../insert-rows'

/** One reading of a document by the engine. */
export type Run = { readonly documentId: string; readonly runId: string }

/** What a run says of itself with each save. `readTo` in UTF-16 code units, `facts` as many as it has saved. */
export type Sign = { readonly seenAt: Date; readonly readTo: number; readonly facts: number }

/** The document was deleted, the run stopped, or another run took over: this one saves no more. */
export class RunEnded extends Error {}

/** A run gives a sign of life every few seconds; one that was silent for this long died with its process. */
export const SILENT_MS = 30_000
const SIGN_EVERY_MS = 5_000

// On globalThis, because Next loads this module more than once in a process.
const held = globalThis as typeof globalThis & { bilimRuns?: Map<string, () => void> }

function runsHere(): Map<string, () => void> {
  held.bilimRuns ??= new Map()
  return held.bilimRuns
}

export const isRunHere = (runId: string): boolean => runsHere().has(runId)

/** At once where the run is this process's; a run of another process finds out by itself when it saves or gives a sign. */
export function endRunHere(runId: string): void {
  runsHere().get(runId)?.()
}

/** One short transaction that only a run that still holds its document may do, and a pause for others. */
export function whileHeld<T>(run: Run, sign: Sign, work: (tx: Tx) => Promise<T>): Promise<T> {
  return givingWay(() =>
    db().$transaction(async (tx) => {
      const [found] = await tx.$queryRaw<Found[]>`WITH ${holding(run, sign)} ${FOUND}`
      if (!found?.held) throw new RunEnded()
      return work(tx)
    }),
  )
}

/** New rows, under the same condition. In one statement others wait for it half as long as for a transaction of several. */
export async function insertWhileHeld(run: Run, sign: Sign, rows: Partial<Rows>): Promise<void> {
  const inserts = insertsOf(rows, Prisma.sql`FROM held`)
  const [found] = await givingWay(
    () => db().$queryRaw<Found[]>`WITH ${Prisma.join([holding(run, sign), ...inserts])} ${FOUND}`,
  )
  if (!found?.held) throw new RunEnded()
}

/** Until the transaction ends, nobody stops the run or takes over from it. */
export async function isHeld(tx: Tx, { documentId, runId }: Run): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Making"
    WHERE "documentId" = ${documentId}::uuid AND "runId" = ${runId}::uuid AND state = 'making' FOR UPDATE`
  return held.length > 0
}

type Found = { readonly held: number }
const FOUND = Prisma.sql`SELECT count(*)::int AS held FROM held`

// The document before its run, as whoever deletes it does; in another order the two would wait for each other. Whoever
// goes on reads from the beginning again: how far the text was read before is told until that is passed.
function holding({ documentId, runId }: Run, { seenAt, readTo, facts }: Sign): Prisma.Sql {
  return Prisma.sql`
    document AS (SELECT id FROM "Document" WHERE id = ${documentId}::uuid FOR KEY SHARE),
    held AS (
      UPDATE "Making" AS making
      SET "seenAt" = ${seenAt}, "readTo" = GREATEST(making."readTo", ${readTo}), facts = GREATEST(making.facts, ${facts})
      FROM document
      WHERE making."documentId" = document.id AND making."runId" = ${runId}::uuid AND making.state = 'making'
      RETURNING 1)`
}

/** Lets others see that the run lives, and end it; what is returned is called when it has come to its end. */
export function showLife({ documentId, runId }: Run, clock: () => Date, end: () => void): () => void {
  runsHere().set(runId, end)
  const sign = async () => {
    const where = { documentId, runId, state: 'making' }
    const { count } = await db().making.updateMany({ where, data: { seenAt: clock() } })
    if (count === 0) end()
  }
  // A sign that fails is followed by another; if none comes through, others take the run for dead, which it nearly is.
  const timer = setInterval(() => void sign().catch(() => undefined), SIGN_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    runsHere().delete(runId)
  }
}

/** What was made so far stays. Nothing happens where the run does not hold the document any more. */
export async function stopRun({ documentId, runId }: Run, reason: StopReason): Promise<void> {
  await db().making.updateMany({ where: { documentId, runId, state: 'making' }, data: { state: reason } })
}
