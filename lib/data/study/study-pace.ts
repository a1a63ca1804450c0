import 'server-only'
import type { Viewer } from '../../core/people/viewer'
import { secondsPerCard } from '../../core/statistics/review-time'
import { db } from '../../db'

/** The pace is measured over the cards among so many last reviews. */
const PACE_OVER_REVIEWS = 200

/** Seconds that the viewer takes for a card. */
export async function studyPace({ learnerId }: Viewer): Promise<number> {
  // Taken first and looked at then: asked for together, a database without statistics sorts all that were not taken back.
  const rows = await db().$queryRaw<{ durationMs: number }[]>`
    SELECT r."durationMs" FROM (
      SELECT * FROM "Review" WHERE "learnerId" = ${learnerId}::uuid ORDER BY "at" DESC LIMIT ${PACE_OVER_REVIEWS}
    ) r WHERE r."source" = 'card' AND r."reversesId" IS NULL AND r."durationMs" IS NOT NULL`
  return secondsPerCard(rows.map(({ durationMs }) => durationMs))
}
