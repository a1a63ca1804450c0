import 'server-only'
import { subHours } from 'date-fns'
import type { Viewer } from '@/lib/core/access/viewer'
import { LearnerId, type SessionId } from '@/lib/core/ids'
import { areWeights, DEFAULT_WEIGHTS, type Weights } from '@/lib/core/memory/scheduling/parameters'
import { db } from '@/lib/db'

// "Seen two minutes ago" is worth no write on every page.
const TOUCH_AFTER_HOURS = 1

type Row = Omit<Viewer, 'learnerId' | 'sessionId' | 'identityKind' | 'theme' | 'weights'> & {
  readonly learnerId: string
  readonly identityKind: Viewer['identityKind'] | null
  readonly theme: string
  readonly lastSeenAt: Date
  readonly weightsId: string | null
  readonly numbers: unknown
}

/** Who a session is, or null when it never was, has run out or was taken back. */
export async function findSession(sessionId: SessionId, now: Date): Promise<Viewer | null> {
  const row = await readRow(sessionId, now)
  if (!row) return null
  if (row.lastSeenAt < subHours(now, TOUCH_AFTER_HOURS)) {
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

/** Asked for before everything else on every request, so all of it in one statement. */
async function readRow(sessionId: SessionId, now: Date): Promise<Row | undefined> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT s."lastSeenAt", l."id" AS "learnerId", l."name", l."locale", l."theme", l."timeZone", l."dayStartHour",
      l."desiredRetention", l."newPerDay", l."duePerDay", l."singleKeys", w."kind"::text AS "identityKind", f."id" AS "weightsId",
      f."weights" AS "numbers"
    FROM "Session" s
    JOIN "Learner" l ON l."id" = s."learnerId"
    LEFT JOIN "Identity" w ON w."id" = s."identityId"
    LEFT JOIN "FittedWeights" f ON f."learnerId" = l."id" AND f."inUse"
    WHERE s."id" = ${sessionId}::uuid AND s."revokedAt" IS NULL AND s."expiresAt" > ${now}
    LIMIT 1`
  return row
}

function parseTheme(theme: string): Viewer['theme'] {
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function weightsOf({ weightsId, numbers }: Row): Weights {
  return weightsId && areWeights(numbers) ? { kind: 'fitted', id: weightsId, numbers } : DEFAULT_WEIGHTS
}
