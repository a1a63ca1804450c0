import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import type { Lapse } from '../../core/memory/offline-pack/deck-pack'
import { groupByFact } from '../../core/memory/scheduling/replay'
import { forgottenSince } from '../../core/memory/session/select-facts'
import { db } from '../../db'
import { isStanding, moment } from './study-scope'

/** The viewer's facts that count as forgotten, each with its ratings of Again that stand, in the order of time. */
export async function lapsesByFact(viewer: Viewer | null, now: Date): Promise<ReadonlyMap<FactId, readonly Lapse[]>> {
  if (!viewer) return new Map()
  const rows = await db().$queryRaw<{ id: string; factId: string; at: Date }[]>`
    SELECT r."id", r."factId", r."at" FROM "Review" r
    WHERE r."learnerId" = ${viewer.learnerId}::uuid AND r."at" >= ${moment(forgottenSince(now, viewer))}
      AND r."rating" = 'again' AND ${isStanding}
    ORDER BY r."at", r."id"`
  const lapses = [...groupByFact(rows)].map(([factId, of]) => {
    return [FactId.parse(factId), of.map(({ id, at }) => ({ id, at: at.getTime() }))] as const
  })
  return new Map(lapses)
}
