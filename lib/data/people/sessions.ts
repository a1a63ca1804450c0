import 'server-only'
import { addDays, subHours } from 'date-fns'
import { LearnerId, SessionId } from '@/lib/core/ids'
import { areWeights, DEFAULT_WEIGHTS, type Weights } from '@/lib/core/memory/scheduling/parameters'
import type { Viewer } from '@/lib/core/people/viewer'

import { db, prepared } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'

// A guest can come back by the cookie alone, so it has to last through the holidays.
export const SESSION_DAYS = 365

/** Creates the row that the session cookie names. Revoking the row ends the session on the next request. */
export async function createSession(learnerId: LearnerId, identityId: string | null, now: Date): Promise<SessionId> {
  const row = await db().session.create({
    data: { learnerId, identityId, createdAt: now, lastSeenAt: now, expiresAt: addDays(now, SESSION_DAYS) },
    select: { id: true },
  })
  return SessionId.parse(row.id)
}

// Being exact to the minute is not worth a write on every page.
const TOUCH_AFTER_HOURS = 1

type SessionRow = Omit<Viewer, 'learnerId' | 'sessionId' | 'identityKind' | 'theme' | 'weights'> & {
  readonly learnerId: string
  readonly identityKind: Viewer['identityKind'] | null
  readonly theme: string
  /** Milliseconds since 1970. */
  readonly lastSeenAt: number
  readonly weightsId: string | null
  readonly numbers: unknown
}

/** The viewer of a session, or null when it does not exist, has expired or was revoked. */
export async function findSession(sessionId: SessionId, now: Date): Promise<Viewer | null> {
  const row = await readRow(sessionId, now)
  if (!row) return null
  if (row.lastSeenAt < subHours(now, TOUCH_AFTER_HOURS).getTime()) {
    await db().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  }
  const { name, locale, timeZone, dayStartHour, desiredRetention, newPerDay, duePerDay, singleKeys } = row
  return {
    learnerId: LearnerId.parse(row.learnerId),
    sessionId,
    identityKind: row.identityKind ?? 'guest',
    theme: parseTheme(row.theme),
    weights: weightsOf(row),
    ...{ name, locale, timeZone, dayStartHour, desiredRetention, newPerDay, duePerDay, singleKeys },
  }
}

/** Runs first on every request, so all of it is one prepared statement. */
async function readRow(sessionId: SessionId, now: Date): Promise<SessionRow | null> {
  const row = await prepared().run(
    'find-session',
    Prisma.sql`
      SELECT jsonb_build_object('lastSeenAt', extract(epoch FROM s."lastSeenAt") * 1000, 'learnerId', l."id", 'name', l."name",
        'locale', l."locale", 'theme', l."theme", 'timeZone', l."timeZone", 'dayStartHour', l."dayStartHour",
        'desiredRetention', l."desiredRetention", 'newPerDay', l."newPerDay", 'duePerDay', l."duePerDay",
        'singleKeys', l."singleKeys", 'identityKind', i."kind", 'weightsId', f."id", 'numbers', f."weights")
      FROM "Session" s
      JOIN "Learner" l ON l."id" = s."learnerId"
      LEFT JOIN "Identity" i ON i."id" = s."identityId"
      LEFT JOIN "FittedWeights" f ON f."learnerId" = l."id" AND f."inUse"
      WHERE s."id" = ${sessionId}::uuid AND s."revokedAt" IS NULL AND s."expiresAt" > ${now.toISOString()}::timestamp
      LIMIT 1`,
  )
  return row as SessionRow | null
}

function parseTheme(theme: string): Viewer['theme'] {
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function weightsOf({ weightsId, numbers }: SessionRow): Weights {
  return weightsId && areWeights(numbers) ? { kind: 'fitted', id: weightsId, numbers } : DEFAULT_WEIGHTS
}

export type OpenSession = {
  readonly id: SessionId
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The session of this request. */
  readonly here: boolean
}

/** The viewer's active sessions: the current one first, then by when they were last used. */
export async function listSessions(viewer: Viewer, now: Date): Promise<OpenSession[]> {
  const rows = await db().session.findMany({
    where: { learnerId: viewer.learnerId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, createdAt: true, lastSeenAt: true },
  })
  return rows
    .map((row) => ({ ...row, id: SessionId.parse(row.id), here: row.id === viewer.sessionId }))
    .sort((a, b) => Number(b.here) - Number(a.here))
}

/** Ends one of the viewer's own sessions; the id of anyone else's is treated as unknown. */
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

/** Signs out everywhere, but for the session `except`. */
export async function revokeAllSessions(viewer: Viewer, now: Date, except?: SessionId): Promise<number> {
  const { count } = await db().session.updateMany({
    where: { learnerId: viewer.learnerId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now },
  })
  return count
}
