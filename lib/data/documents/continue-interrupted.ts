import 'server-only'
import { randomUUID } from 'node:crypto'
import { db } from '../../db'
import { isRunHere, type Run, SILENT_MS, stopRun } from './hold-run'
import { makeOn } from './make-on'

/** A document that ends its process each time is left to its owner after so many. */
const MOST_TAKEN_UP = 3

/**
 * Goes on with documents whose process ended while it made them, one after the other. `alone`: no other process works on
 * this database, so whatever does not run here runs nowhere. Returns what broke; the others are made all the same.
 */
export async function continueInterrupted(clock: () => Date, { alone }: { alone: boolean }): Promise<unknown[]> {
  const silent = { lt: new Date(clock().getTime() - SILENT_MS) }
  const rows = await db().making.findMany({
    where: { state: 'making', ...(alone ? {} : { seenAt: silent }) },
    orderBy: { seenAt: 'asc' },
  })
  const broken: unknown[] = []
  for (const row of rows) {
    if (isRunHere(row.runId)) continue
    try {
      const run = await takeUp(row, clock)
      if (run) await makeOn(run, { clock })
    } catch (error) {
      broken.push(error)
    }
  }
  return broken
}

/** Of two processes that find it, one takes it up. */
async function takeUp(
  { documentId, runId, takenUp }: Run & { takenUp: number },
  clock: () => Date,
): Promise<Run | null> {
  if (takenUp >= MOST_TAKEN_UP) {
    await stopRun({ documentId, runId }, 'interrupted')
    return null
  }
  const mine = randomUUID()
  const { count } = await db().making.updateMany({
    where: { documentId, runId, state: 'making' },
    data: { runId: mine, seenAt: clock(), takenUp: { increment: 1 } },
  })
  return count === 0 ? null : { documentId, runId: mine }
}
