import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { NEEDED_RETURNS } from '@/lib/core/memory/scheduling/fit-weights'
import { db } from '@/lib/db'

/** One fit as the account shows it. */
export type Fit = {
  /** Responses on a later day that it was fitted to and judged by. */
  readonly reviews: number
  readonly lossBefore: number
  readonly lossAfter: number
  readonly fittedAt: Date
}

export type Fitting = {
  /** Responses on a later day than the one before; counted up to what is needed. */
  readonly returns: number
  /** Days from the first review to the last. */
  readonly days: number
  readonly inUse: Fit | null
  /** The last one, when it is not in use: it was no better, or the viewer went back to the defaults. */
  readonly tried: Fit | null
}

const DAY_MS = 86_400_000

/** Whether the viewer's reviews are enough to fit weights to, and what came of it so far. */
export async function findFitting(viewer: Viewer): Promise<Fitting> {
  const { learnerId } = viewer
  const [returns, span, [last], inUse] = await Promise.all([
    countReturns(learnerId),
    db().review.aggregate({ where: { learnerId }, _min: { at: true }, _max: { at: true } }),
    db().fittedWeights.findMany({ where: { learnerId }, orderBy: { fittedAt: 'desc' }, take: 1 }),
    db().fittedWeights.findFirst({ where: { learnerId, inUse: true } }),
  ])
  const { _min: first, _max: latest } = span
  const days = first.at && latest.at ? Math.floor((latest.at.getTime() - first.at.getTime()) / DAY_MS) + 1 : 0
  return { returns, days, inUse: inUse && fitOf(inUse), tried: last && !last.inUse ? fitOf(last) : null }
}

/** What came more than a night after the review before it; the worker counts by study days, to the last one. */
async function countReturns(learnerId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ returns: number }[]>`
    SELECT count(*)::int AS "returns" FROM (
      SELECT 1 FROM "Review" r
      WHERE r."learnerId" = ${learnerId}::uuid AND r."scheduled"
        AND EXISTS (SELECT 1 FROM "Review" p
          WHERE p."learnerId" = r."learnerId" AND p."factId" = r."factId" AND p."scheduled" AND p."at" < r."at")
        AND NOT EXISTS (SELECT 1 FROM "Review" p
          WHERE p."learnerId" = r."learnerId" AND p."factId" = r."factId" AND p."scheduled"
            AND p."at" < r."at" AND p."at" >= r."at" - interval '8 hours')
      LIMIT ${NEEDED_RETURNS}
    ) found`
  return row?.returns ?? 0
}

function fitOf({ reviews, lossBefore, lossAfter, fittedAt }: Fit): Fit {
  return { reviews, lossBefore, lossAfter, fittedAt }
}
