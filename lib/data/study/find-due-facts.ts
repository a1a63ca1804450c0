import 'server-only'
import type { MemoryState } from '../../core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../../core/memory/scheduling/parameters'
import { type DueWindow, dueWindows, type TimeRange } from '../../core/memory/session/due-rule'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import {
  type Candidate,
  type CandidateRow,
  candidateOf,
  deckWithCard,
  MEMORY_COLUMNS,
  moment,
  notSetAside,
  type StudyScope,
} from './study-scope'

/** More than anybody has on their steps at a time. */
const MOST_ON_STEPS = 200

/** Facts on their steps whose time has come or is near, in the order of their times. */
export async function factsOnSteps(scope: StudyScope, now: Date): Promise<readonly Candidate[]> {
  const rows = await db().$queryRaw<CandidateRow[]>`
    SELECT m."factId", d."deckId", ${MEMORY_COLUMNS} FROM ${remembered(scope)}
    WHERE ${isIn(scope, ['learning'], now)} AND ${mayCome(scope, now)}
    ORDER BY m."due" LIMIT ${MOST_ON_STEPS}`
  return rows.map(candidateOf)
}

/** What is to review on this study day: up to the limit those that fell due first. */
export async function dueFacts(scope: StudyScope, limit: number, now: Date): Promise<readonly Candidate[]> {
  const rows = await db().$queryRaw<CandidateRow[]>`
    SELECT m."factId", d."deckId", ${MEMORY_COLUMNS} FROM ${remembered(scope)}
    WHERE ${isIn(scope, ['due'], now)} AND ${mayCome(scope, now)}
    ORDER BY m."due" LIMIT ${limit}`
  return rows.map(candidateOf)
}

/** How many are due, up to the limit. */
export async function countDue(scope: StudyScope, limit: number, now: Date): Promise<number> {
  const [found] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM ${remembered(scope)} WHERE ${isIn(scope, ['due'], now)} AND ${mayCome(scope, now)} LIMIT ${limit}
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
        AND ${isIn(scope, ['due', 'learning'], now)} AND ${notSetAside(scope, Prisma.sql`m."factId"`, now)}
        AND EXISTS (SELECT 1 FROM "DeckFact" x WHERE x."deckId" = d."id" AND x."factId" = m."factId" AND x."hasCard")
    ) c
    WHERE d."id" = ANY (${[...deckIds]}::uuid[])`
  return new Map(rows.map(({ deckId, n }) => [deckId, n]))
}

/** When the next fact falls due that is not to be done now; null: none does. */
export async function nextDue(scope: StudyScope, now: Date): Promise<Date | null> {
  // One query a state: each is the first entry of an index.
  const later = windowsOf(scope, now)
    .filter(({ dueStatus }) => dueStatus === null)
    .flatMap((window) => window.states.map((state) => isWithin({ ...window, states: [state] })))
  const soonest = later.map(
    (when) => Prisma.sql`(
      SELECT m."due" FROM ${remembered(scope)} WHERE ${when} AND ${mayCome(scope, now)}
      ORDER BY m."due" LIMIT 1)`,
  )
  const [first] = await db().$queryRaw<{ due: Date | null }[]>`
    SELECT min("due")::timestamp(3) AS "due" FROM (${Prisma.join(soonest, ' UNION ALL ')}) soonest`
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

/** Holds for memories `m` with one of these statuses now: `dueStatusOf` of lib/core/memory/session/due-rule.ts as a condition. */
function isIn(scope: Pick<StudyScope, 'viewer'>, statuses: readonly DueWindow['dueStatus'][], now: Date): Prisma.Sql {
  const windows = windowsOf(scope, now).filter(({ dueStatus }) => statuses.includes(dueStatus))
  return Prisma.sql`(${Prisma.join(windows.map(isWithin), ' OR ')})`
}

function windowsOf({ viewer }: Pick<StudyScope, 'viewer'>, now: Date): readonly DueWindow[] {
  return dueWindows(now, viewer ?? DEFAULT_PARAMETERS)
}

function isWithin({ states, due, lastReview }: DueWindow): Prisma.Sql {
  const conditions = [
    Prisma.sql`m."state" IN (${Prisma.raw(states.map(quoted).join(', '))})`,
    ...within(Prisma.sql`m."due"`, due),
    ...within(Prisma.sql`m."lastReview"`, lastReview),
  ]
  return Prisma.sql`(${Prisma.join(conditions, ' AND ')})`
}

/** Written into the query, not beside it, so that the planner sees that few memories are on their steps. */
function quoted(state: MemoryState): string {
  return `'${state}'`
}

function within(column: Prisma.Sql, { from, before }: TimeRange): readonly Prisma.Sql[] {
  return [
    ...(from ? [Prisma.sql`${column} >= ${moment(from)}`] : []),
    ...(before ? [Prisma.sql`${column} < ${moment(before)}`] : []),
  ]
}
