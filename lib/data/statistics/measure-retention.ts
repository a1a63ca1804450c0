import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { MASTERED_FROM_DAYS } from '../../core/memory/mastery'
import { dayBounds } from '../../core/statistics/day-bounds'
import { type Retention, retentionOf, type TestedCount } from '../../core/statistics/retention'
import { db } from '../../db'
import { asTimes, type Scope, standing } from './scope'

/** In study days, today being one of them; the shortest first. */
const RETENTION_WINDOWS = [7, 30, 90, 365] as const

type Row = { place: number; isMature: boolean; reviews: number; recalled: number; expected: number }

/** Of the viewer's reviews that tested a memory, how many were recalled, young and mature, over each window. */
export async function measureRetention(viewer: Viewer, scope: Scope, today: number): Promise<readonly Retention[]> {
  const longestFirst = [...RETENTION_WINDOWS].reverse()
  // Where each window begins, the earliest first: a review is counted once, in the shortest window that holds it.
  const begins = asTimes(longestFirst.flatMap((window) => dayBounds(today - window + 1, 0, viewer)))
  const rows = await db().$queryRaw<Row[]>`
    SELECT width_bucket(r."at", ${begins}::timestamp[]) AS place, r."stability" >= ${MASTERED_FROM_DAYS} AS "isMature",
      count(*)::int AS reviews, count(*) FILTER (WHERE r."rating" <> 'again')::int AS recalled,
      sum(r."expected")::float8 AS expected
    FROM "Review" r
    WHERE r."at" >= ${begins[0]}::timestamp AND r."stability" IS NOT NULL AND r."scheduled"
      AND ${standing(viewer.learnerId, scope)}
    GROUP BY 1, 2`
  return [false, true].flatMap((isMature) =>
    RETENTION_WINDOWS.map((window) => {
      const from = longestFirst.indexOf(window) + 1
      const within = rows.filter((row) => row.isMature === isMature && row.place >= from)
      return retentionOf(within.reduce(add, { window, isMature, reviews: 0, recalled: 0, expected: 0 }))
    }),
  )
}

function add(sum: TestedCount, row: Row): TestedCount {
  return {
    ...sum,
    reviews: sum.reviews + row.reviews,
    recalled: sum.recalled + row.recalled,
    expected: sum.expected + row.expected,
  }
}
