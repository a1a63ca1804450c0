import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { SessionId } from '@/lib/core/ids'
import { db } from '@/lib/db'

/** Ends one session of the viewer's own. Another's id is as good as none. */
export async function revokeSession(
  viewer: Viewer,
  sessionId: SessionId,
  now: Date,
): Promise<{ kind: 'revoked' } | { kind: 'rejected'; reason: 'no-such-session' }> {
  const { count } = await db().session.updateMany({
    where: { id: sessionId, learnerId: viewer.learnerId, revokedAt: null },
    data: { revokedAt: now },
  })
  return count > 0 ? { kind: 'revoked' } : { kind: 'rejected', reason: 'no-such-session' }
}
