import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { dayBounds } from '../../core/statistics/day-bounds'
import { db } from '../../db'
import { askedFacts, asTimes, type Scope } from './scope'

export type Forecast = {
  /** Due before today and not reviewed. */
  readonly backlog: number
  /** Facts that fall due, by day from today on. */
  readonly days: readonly number[]
}

/** What falls due on the next days as things stand; facts that study does not show, and suspended ones, are left out. */
export async function forecastDue(viewer: Viewer, scope: Scope, today: number, days: number): Promise<Forecast> {
  const { learnerId } = viewer
  const bounds = asTimes(dayBounds(today, days, viewer))
  const rows = await db().$queryRaw<{ bucket: number; facts: number }[]>`
    SELECT width_bucket(m."due", ${bounds}::timestamp[]) AS bucket, count(*)::int AS facts
    FROM "Memory" m
    WHERE m."learnerId" = ${learnerId}::uuid AND m."due" < ${bounds.at(-1)}::timestamp
      AND m."factId" IN (${askedFacts(scope, { cards: true })})
      AND NOT EXISTS (
        SELECT 1 FROM "FactMark" k WHERE k."learnerId" = m."learnerId" AND k."factId" = m."factId" AND k."suspended"
      )
    GROUP BY 1`
  const of = (bucket: number) => rows.find((row) => row.bucket === bucket)?.facts ?? 0
  return { backlog: of(0), days: Array.from({ length: days }, (_, day) => of(day + 1)) }
}
