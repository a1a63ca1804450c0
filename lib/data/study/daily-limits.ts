import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { startOfStudyDay, studyDay } from '../../core/memory/study-day'
import { db } from '../../db'

/** How many facts may still come on this study day: met for the first time, and reviewed. */
export type DailyLimits = { readonly new: number; readonly due: number }

/** As for a learner who has not chosen. */
const OF_A_STRANGER: DailyLimits = { new: 20, due: 200 }

/** What the learner takes a day, less what was done today. Steps that come round the same day count once. */
export async function dailyLimits(viewer: Viewer | null, now: Date): Promise<DailyLimits> {
  if (!viewer) return OF_A_STRANGER
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = startOfStudyDay(studyDay(now, timeZone, dayStartHour), timeZone, dayStartHour).toISOString()
  const [done] = await db().$queryRaw<{ met: number; reviewed: number }[]>`
    SELECT (count(*) FILTER (WHERE NOT known))::int AS met, (count(*) FILTER (WHERE known))::int AS reviewed
    FROM (
      SELECT DISTINCT r."factId", EXISTS (
        SELECT 1 FROM "Review" b
        WHERE b."learnerId" = r."learnerId" AND b."factId" = r."factId" AND b."at" < ${begin}::timestamp
      ) AS known
      -- OFFSET keeps it to today's: a database without statistics would look through all that were not taken back.
      FROM (SELECT * FROM "Review" WHERE "learnerId" = ${learnerId}::uuid AND "at" >= ${begin}::timestamp OFFSET 0) r
      WHERE r."source" = 'card' AND r."scheduled" AND r."reversesId" IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM "Review" v WHERE v."learnerId" = r."learnerId" AND v."reversesId" = r."id"
        )
    ) today`
  return {
    new: Math.max(0, viewer.newPerDay - (done?.met ?? 0)),
    due: Math.max(0, viewer.duePerDay - (done?.reviewed ?? 0)),
  }
}
