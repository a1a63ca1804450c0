import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import { forgottenSince } from '../../core/memory/select-facts'
import { db } from '../../db'
import { isStanding, moment } from './study-scope'

/** The viewer's facts that count as forgotten, with the time of the last Again that stands. */
export async function slippedFacts(viewer: Viewer, now: Date): Promise<ReadonlyMap<FactId, Date>> {
  const rows = await db().$queryRaw<{ factId: string; at: Date }[]>`
    SELECT r."factId", max(r."at")::timestamp(3) AS "at" FROM "Review" r
    WHERE r."learnerId" = ${viewer.learnerId}::uuid AND r."at" >= ${moment(forgottenSince(now, viewer))}
      AND r."rating" = 'again' AND ${isStanding}
    GROUP BY r."factId"`
  return new Map(rows.map(({ factId, at }) => [FactId.parse(factId), at]))
}
