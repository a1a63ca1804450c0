import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { SessionId } from '@/lib/core/ids'
import { db } from '@/lib/db'

export type OpenSession = {
  readonly id: SessionId
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The one that asks. */
  readonly here: boolean
}

/** The viewer's own sessions that still open something, this one first, then by when they were last used. */
export async function listSessions(viewer: Viewer, now: Date): Promise<OpenSession[]> {
  const rows = await db().session.findMany({
    where: { learnerId: viewer.learnerId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, createdAt: true, lastSeenAt: true },
  })
  return rows
    .map((row) => ({ ...row, id: SessionId.parse(row.id), here: row.id === viewer.sessionId }))
    .sort((one, other) => Number(other.here) - Number(one.here))
}
