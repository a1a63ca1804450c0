import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DayLimits } from '../../core/memory/pick-facts'
import { beginOfStudyDay } from '../../core/memory/study-day'
import { db } from '../../db'
import { isStanding, moment, wasMetBefore } from './study-scope'

/** As for a learner who has not chosen. */
const OF_A_STRANGER: DayLimits = { new: 20, due: 200 }

/** What the learner takes a day, less what was done today. Steps that come round the same day count once. */
export async function dailyLimits(viewer: Viewer | null, now: Date): Promise<DayLimits> {
  if (!viewer) return OF_A_STRANGER
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = beginOfStudyDay(now, timeZone, dayStartHour)
  const [done] = await db().$queryRaw<{ met: number; reviewed: number }[]>`
    SELECT (count(*) FILTER (WHERE NOT known))::int AS met, (count(*) FILTER (WHERE known))::int AS reviewed
    FROM (
      SELECT DISTINCT r."factId", ${wasMetBefore(begin)} AS known
      -- OFFSET keeps it to today's: a database without statistics would look through all that were not taken back.
      FROM (SELECT * FROM "Review" WHERE "learnerId" = ${learnerId}::uuid AND "at" >= ${moment(begin)} OFFSET 0) r
      WHERE r."source" = 'card' AND r."scheduled" AND ${isStanding}
    ) today`
  return {
    new: Math.max(0, viewer.newPerDay - (done?.met ?? 0)),
    due: Math.max(0, viewer.duePerDay - (done?.reviewed ?? 0)),
  }
}
