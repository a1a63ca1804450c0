import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { masteryBounds } from '../../core/memory/mastery'
import { db } from '../../db'
import { askedFacts, type Scope } from './scope'

/** How many facts of the viewer's decks have come how far: place 0 not seen, 1 Attempted to 4 Mastered. */
export async function countMastery(viewer: Viewer, scope: Scope, now: Date): Promise<readonly number[]> {
  const bounds = masteryBounds()
  const rows = await db().$queryRaw<{ mastery: number; facts: number }[]>`
    WITH asked AS (SELECT DISTINCT q."id" FROM (${askedFacts(scope, { cards: false })}) q),
    known AS (
      SELECT m."state", m."stability", m."failed",
        greatest(0, extract(epoch FROM ${now.toISOString()}::timestamp - m."lastReview"))::float8 / 86400 AS age
      FROM asked LEFT JOIN "Memory" m ON m."factId" = asked."id" AND m."learnerId" = ${viewer.learnerId}::uuid
    )
    SELECT CASE
        WHEN "state" IS NULL THEN 0
        WHEN "state" <> 'review' OR "failed" OR age > ${bounds.familiarUpTo}::float8 * "stability" THEN 1
        WHEN age > ${bounds.heldUpTo}::float8 * "stability" OR "stability" < ${bounds.proficientFromDays} THEN 2
        WHEN "stability" < ${bounds.masteredFromDays} THEN 3
        ELSE 4
      END AS mastery, count(*)::int AS facts
    FROM known GROUP BY 1`
  return [0, 1, 2, 3, 4].map((mastery) => rows.find((row) => row.mastery === mastery)?.facts ?? 0)
}
