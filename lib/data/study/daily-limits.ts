import 'server-only'
import { beginOfStudyDay } from '../../core/memory/scheduling/study-day'
import { type DayLimits, type DoneFact, limitsLeft } from '../../core/memory/session/day-limits'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { isActiveReview, moment, wasMetBefore } from './study-scope'

/** As for a learner who has not chosen. */
const STRANGERS_LIMITS: DayLimits = { new: 20, due: 200 }

/** What the learner takes a day, less what was done today. */
export async function dailyLimits(viewer: Viewer | null, now: Date): Promise<DayLimits> {
  return limitsLeft(limitsPerDay(viewer), await doneToday(viewer, now))
}

export function limitsPerDay(viewer: Viewer | null): DayLimits {
  return viewer ? { new: viewer.newPerDay, due: viewer.duePerDay } : STRANGERS_LIMITS
}

/** The facts that count on this study day, in any deck. As `limitFor` in lib/core/memory: a fact that was not met before it is new. */
export async function doneToday(viewer: Viewer | null, now: Date): Promise<readonly DoneFact[]> {
  if (!viewer) return []
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = beginOfStudyDay(now, timeZone, dayStartHour)
  return db().$queryRaw<DoneFact[]>`
    SELECT DISTINCT r."factId", CASE WHEN ${wasMetBefore(begin)} THEN 'due' ELSE 'new' END AS "limit"
    -- OFFSET keeps it to today's: a database without statistics would look through all that were not taken back.
    FROM (SELECT * FROM "Review" WHERE "learnerId" = ${learnerId}::uuid AND "at" >= ${moment(begin)} OFFSET 0) r
    WHERE r."source" = 'card' AND r."scheduled" AND ${isActiveReview}
    ORDER BY 1`
}
