import 'server-only'
import { subHours } from 'date-fns'
import type { Viewer } from '@/lib/core/access/viewer'
import { LearnerId, type SessionId } from '@/lib/core/ids'
import { db } from '@/lib/db'

// "Seen two minutes ago" is worth no write on every page.
const TOUCH_AFTER_HOURS = 1

/** Who a session is, or null when it never was, has run out or was taken back. */
export async function findSession(sessionId: SessionId, now: Date): Promise<Viewer | null> {
  const session = await db().session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now } },
    include: { learner: true, wayIn: { select: { kind: true } } },
  })
  if (!session) return null
  if (session.lastSeenAt < subHours(now, TOUCH_AFTER_HOURS)) {
    await db().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  }
  const { learner } = session
  return {
    learnerId: LearnerId.parse(learner.id),
    sessionId,
    wayIn: session.wayIn?.kind ?? 'guest',
    name: learner.name,
    locale: learner.locale,
    theme: parseTheme(learner.theme),
    timeZone: learner.timeZone,
    dayStartHour: learner.dayStartHour,
    desiredRetention: learner.desiredRetention,
    newPerDay: learner.newPerDay,
    duePerDay: learner.duePerDay,
  }
}

function parseTheme(theme: string): Viewer['theme'] {
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
