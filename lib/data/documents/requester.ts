import 'server-only'
import { isGuest, type Viewer } from '../../core/access/viewer'
import { db } from '../../db'
import type { Requester } from '../../jobs/fair-queue'

/** As whom a viewer waits for the engine. */
export const requesterOf = (viewer: Viewer): Requester => ({
  learnerId: viewer.learnerId,
  rank: isGuest(viewer) ? 'guest' : 'known',
})

/** The same for a document's owner who may be away. What ships with the app has no owner. */
export async function requesterFor(ownerId: string | null): Promise<Requester | undefined> {
  if (ownerId === null) return undefined
  const identities = await db().identity.count({ where: { learnerId: ownerId, kind: { not: 'guest' } } })
  return { learnerId: ownerId, rank: identities > 0 ? 'known' : 'guest' }
}
