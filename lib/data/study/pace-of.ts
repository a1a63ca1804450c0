import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { secondsPerCard } from '../../core/statistics/review-time'
import { db } from '../../db'

/** The pace is measured over this many last cards. */
const PACE_OVER_CARDS = 200

/** Seconds that the viewer takes for a card. */
export async function paceOf(viewer: Viewer): Promise<number> {
  const rows = await db().review.findMany({
    where: { learnerId: viewer.learnerId, source: 'card', reversesId: null, durationMs: { not: null } },
    orderBy: { at: 'desc' },
    take: PACE_OVER_CARDS,
    select: { durationMs: true },
  })
  return secondsPerCard(rows.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs])))
}
