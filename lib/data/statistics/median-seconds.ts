import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { dayBounds } from '../../core/statistics/day-bounds'
import { isEnoughToTell } from '../../core/statistics/enough-to-tell'
import { db } from '../../db'
import { asTimes, type Scope, standing } from './scope'

/** Median seconds of the viewer's reviews since the study day `first`; null where too few were timed to tell. */
export async function medianSeconds(viewer: Viewer, scope: Scope, first: number): Promise<number | null> {
  const [begin] = asTimes(dayBounds(first, 0, viewer))
  const [found] = await db().$queryRaw<{ ms: number | null; timed: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY r."durationMs")::float8 AS ms, count(*)::int AS timed
    FROM "Review" r
    WHERE r."at" >= ${begin}::timestamp AND r."durationMs" IS NOT NULL AND ${standing(viewer.learnerId, scope)}`
  return found?.ms == null || !isEnoughToTell(found.timed) ? null : found.ms / 1000
}
