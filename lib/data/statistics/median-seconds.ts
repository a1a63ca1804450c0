import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { dayBounds } from '../../core/statistics/day-bounds'
import { db } from '../../db'
import { asTimes, type Scope, standing } from './scope'

/** What the viewer's middle review since the study day `first` took; null without one that was timed. */
export async function medianSeconds(viewer: Viewer, scope: Scope, first: number): Promise<number | null> {
  const [begin] = asTimes(dayBounds(first, 0, viewer))
  const [found] = await db().$queryRaw<{ ms: number | null }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY r."durationMs")::float8 AS ms
    FROM "Review" r
    WHERE r."at" >= ${begin}::timestamp AND r."durationMs" IS NOT NULL AND ${standing(viewer.learnerId, scope)}`
  return found?.ms == null ? null : found.ms / 1000
}
