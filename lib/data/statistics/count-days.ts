import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { dayBounds } from '../../core/statistics/day-bounds'
import type { StudiedDay } from '../../core/statistics/studied-days'
import { db } from '../../db'
import { asTimes, type Scope, standing } from './scope'

/** The viewer's reviews of each study day from `first` to `last`; days without one are not among them. */
export async function countDays(
  viewer: Viewer,
  scope: Scope,
  { first, last }: { first: number; last: number },
): Promise<readonly StudiedDay[]> {
  const bounds = asTimes(dayBounds(first, last - first + 1, viewer))
  const rows = await db().$queryRaw<{ bucket: number; reviews: number; ms: number }[]>`
    SELECT width_bucket(r."at", ${bounds}::timestamp[]) AS bucket,
      count(*)::int AS reviews, coalesce(sum(r."durationMs"), 0)::float8 AS ms
    FROM "Review" r
    WHERE r."at" >= ${bounds[0]}::timestamp AND r."at" < ${bounds.at(-1)}::timestamp
      AND ${standing(viewer.learnerId, scope)}
    GROUP BY 1 ORDER BY 1`
  return rows.map(({ bucket, reviews, ms }) => ({ day: first + bucket - 1, reviews, ms }))
}
