import 'server-only'
import type { FactId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { type FactHistory, factHistory } from '../../core/statistics/forgetting-curve'
import { db, prepared } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { loggedReviews } from './rebuild-memories'

/** What the viewer's own reviews tell of one fact; null when the viewer may not see it. */
export async function readFactHistory(viewer: Viewer | null, factId: FactId, now: Date): Promise<FactHistory | null> {
  const fact = await db().fact.findFirst({
    where: { id: factId, document: { decks: { some: decksVisibleTo(viewer) } } },
    select: { id: true },
  })
  if (!fact) return null
  if (!viewer) return factHistory([], now)
  const { learnerId } = viewer
  const rows = await db().review.findMany({ where: { learnerId, factId } })
  return factHistory(await loggedReviews(prepared().run, learnerId, rows), now)
}
