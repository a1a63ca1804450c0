import 'server-only'
import { addDays } from 'date-fns'
import { type LearnerId, SessionId } from '@/lib/core/ids'
import { db } from '@/lib/db'

// A guest has no other way back, so a session outlives a school year's holidays.
export const SESSION_DAYS = 365

/** A row that the cookie names. What is in it can be taken back at any time. */
export async function startSession(learnerId: LearnerId, identityId: string | null, now: Date): Promise<SessionId> {
  const row = await db().session.create({
    data: { learnerId, identityId, createdAt: now, lastSeenAt: now, expiresAt: addDays(now, SESSION_DAYS) },
    select: { id: true },
  })
  return SessionId.parse(row.id)
}
