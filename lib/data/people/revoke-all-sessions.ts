import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { SessionId } from '@/lib/core/ids'
import { db } from '@/lib/db'

/** Signs out everywhere; `except` is the device that may stay. */
export async function revokeAllSessions(viewer: Viewer, now: Date, except?: SessionId): Promise<number> {
  const { count } = await db().session.updateMany({
    where: { learnerId: viewer.learnerId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now },
  })
  return count
}
