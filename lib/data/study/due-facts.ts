import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DEFAULT_PARAMETERS } from '../../core/memory/scheduling/parameters'
import { beginOfStudyDay, endOfStudyDay } from '../../core/memory/scheduling/study-day'
import { learnAheadUntil } from '../../core/memory/session/pick-facts'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { type Candidate, type CandidateRow, candidateOf, MEMORY_COLUMNS } from './candidate'
import { deckWithCard, moment, notSetAside, type StudyScope } from './study-scope'

/** More than anybody has on their steps at a time. */
const MOST_ON_STEPS = 200

/** Facts on their steps whose time has come or is near, in the order of their times. */
export async function factsOnSteps(scope: StudyScope, now: Date): Promise<readonly Candidate[]> {
  const rows = await db().$queryRaw<CandidateRow[]>`
    SELECT m."factId", d."deckId", ${MEMORY_COLUMNS} FROM ${remembered(scope)}
    WHERE ${isOnSteps(now)} AND ${mayCome(scope, now)}
    ORDER BY m."due" LIMIT ${MOST_ON_STEPS}`
  return rows.map(candidateOf)
}

/** What is to review on this study day: up to the limit those that fell due first. */
export async function dueFacts(scope: StudyScope, limit: number, now: Date): Promise<readonly Candidate[]> {
  const rows = await db().$queryRaw<CandidateRow[]>`
    SELECT m."factId", d."deckId", ${MEMORY_COLUMNS} FROM ${remembered(scope)}
    WHERE ${isDue(scope, now)} AND ${mayCome(scope, now)}
    ORDER BY m."due" LIMIT ${limit}`
  return rows.map(candidateOf)
}

/** How many are due, up to the limit. */
export async function countDue(scope: StudyScope, limit: number, now: Date): Promise<number> {
  const [found] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM ${remembered(scope)} WHERE ${isDue(scope, now)} AND ${mayCome(scope, now)} LIMIT ${limit}
    ) AS due`
  return found?.n ?? 0
}

/** What is to review on this study day or on its steps now, by deck. */
export async function countDueByDeck(
  viewer: Viewer | null,
  deckIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (!viewer || deckIds.length === 0) return new Map()
  const scope = { viewer }
  const rows = await db().$queryRaw<{ deckId: string; n: number }[]>`
    SELECT d."id" AS "deckId", c.n
    FROM "Deck" d CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM "Memory" m
      WHERE m."learnerId" = ${viewer.learnerId}::uuid AND m."documentId" = d."documentId"
        AND (${isDue(scope, now)} OR ${isOnSteps(now)}) AND ${notSetAside(scope, Prisma.sql`m."factId"`, now)}
        AND EXISTS (SELECT 1 FROM "DeckFact" x WHERE x."deckId" = d."id" AND x."factId" = m."factId" AND x."hasCard")
    ) c
    WHERE d."id" = ANY (${[...deckIds]}::uuid[])`
  return new Map(rows.map(({ deckId, n }) => [deckId, n]))
}

/** When the next fact falls due that is not to be done now; null: none does. */
export async function nextDue(scope: StudyScope, now: Date): Promise<Date | null> {
  const [begin, end] = dayOf(scope, now)
  const later = [
    Prisma.sql`m."state" = 'review' AND m."due" >= ${moment(end)}`,
    Prisma.sql`m."state" = 'review' AND m."due" < ${moment(end)} AND m."lastReview" >= ${moment(begin)}`,
    Prisma.sql`m."state" = 'learning' AND m."due" > ${moment(learnAheadUntil(now))}`,
    Prisma.sql`m."state" = 'relearning' AND m."due" > ${moment(learnAheadUntil(now))}`,
  ].map(
    (when) => Prisma.sql`(
      SELECT m."due" FROM ${remembered(scope)} WHERE ${when} AND ${mayCome(scope, now)}
      ORDER BY m."due" LIMIT 1)`,
  )
  const [first] = await db().$queryRaw<{ due: Date | null }[]>`
    SELECT min("due")::timestamp(3) AS "due" FROM (${Prisma.join(later, ' UNION ALL ')}) soonest`
  return first?.due ?? null
}

function remembered(scope: StudyScope): Prisma.Sql {
  return Prisma.sql`"Memory" m CROSS JOIN ${deckWithCard(scope, Prisma.sql`m."factId"`)}`
}

function mayCome(scope: StudyScope, now: Date): Prisma.Sql {
  const { viewer, memories } = scope
  // A stranger remembers nothing.
  if (!viewer) return Prisma.sql`FALSE`
  const own = Prisma.sql`m."learnerId" = ${viewer.learnerId}::uuid`
  return Prisma.sql`${own} AND ${memories} AND ${notSetAside(scope, Prisma.sql`m."factId"`, now)}`
}

function isOnSteps(now: Date): Prisma.Sql {
  return Prisma.sql`(m."state" IN ('learning', 'relearning') AND m."due" <= ${moment(learnAheadUntil(now))})`
}

/** As `pileOf` in lib/core/memory: before this study day ends, and not reviewed on it. */
function isDue(scope: Pick<StudyScope, 'viewer'>, now: Date): Prisma.Sql {
  const [begin, end] = dayOf(scope, now)
  return Prisma.sql`(m."state" = 'review' AND m."due" < ${moment(end)} AND m."lastReview" < ${moment(begin)})`
}

function dayOf({ viewer }: Pick<StudyScope, 'viewer'>, now: Date): [begin: Date, end: Date] {
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  const begin = beginOfStudyDay(now, timeZone, dayStartHour)
  return [begin, endOfStudyDay(now, timeZone, dayStartHour)]
}
