import 'server-only'
import type { Memory } from '../../core/memory/scheduling/memory'
import { type Replayed, replayByFact } from '../../core/memory/scheduling/replay'
import type { Tx } from '../../db'
import type { Review as Row } from '../../generated/prisma/client'
import { loggedReviews } from './logged-reviews'
import { saveMemories } from './save-memory'

/**
 * Makes a learner's memories again from the log: after an undo, a review that arrived late, or when a guest's reviews were
 * moved to an account. Without `factIds` all facts. Call it inside the transaction that changed the log.
 */
export async function foldMemories(
  tx: Tx,
  learnerId: string,
  factIds?: readonly string[],
): Promise<ReadonlyMap<string, Memory>> {
  const some = factIds ? { factId: { in: [...factIds] } } : {}
  const rows = await tx.review.findMany({ where: { learnerId, ...some } })
  const folded = replayByFact(await loggedReviews(tx, learnerId, rows))
  const memories = new Map([...folded].map(([factId, { memory }]) => [factId, memory]))
  await saveMemories(tx, learnerId, memories)
  await markScheduled(tx, learnerId, rows, folded)
  return memories
}

/** Fold decides anew which reviews moved the schedule and what they tested; the log follows it. */
async function markScheduled(tx: Tx, learnerId: string, rows: readonly Row[], folded: ReadonlyMap<string, Replayed>) {
  const changed = rows.flatMap(({ id, factId, ...row }) => {
    const of = folded.get(factId)
    const scheduled = of?.scheduled.get(id) ?? false
    const { stability, expected } = of?.tested.get(id) ?? { stability: null, expected: null }
    const isSame = row.scheduled === scheduled && row.stability === stability && row.expected === expected
    return isSame ? [] : [{ id, scheduled, stability, expected }]
  })
  if (changed.length === 0) return
  await tx.$executeRaw`
    UPDATE "Review" r SET "scheduled" = c."scheduled", "stability" = c."stability", "expected" = c."expected"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS c("id" uuid, "scheduled" boolean, "stability" float8, "expected" float8)
    WHERE r."learnerId" = ${learnerId}::uuid AND r."id" = c."id"`
}
