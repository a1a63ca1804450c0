import 'server-only'
import { DeckId } from '../../core/ids'
import { MASTERED_FROM_DAYS, masteryOf } from '../../core/memory/scheduling/mastery'
import { dayBounds, studyDay } from '../../core/memory/scheduling/study-day'
import type { Viewer } from '../../core/people/viewer'
import { hasEnoughObservations } from '../../core/statistics/minimum-observations'
import { type Retention, retentionOf, type TestedCount } from '../../core/statistics/retention'
import { firstCalendarDay, type StudiedDay } from '../../core/statistics/studied-days'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo, studiedDeckIds } from '../decks/deck-access'
import { MEMORY_PARTS, type MemoryParts, memoryOfParts } from '../memories/memory-rows'
import { isActiveReview } from '../study/study-scope'

export const CALENDAR_WEEKS = 53
const FORECAST_DAYS = 30
/** Days of the chart of time, and of the pace. */
export const TIME_DAYS = 30

type DeckName = { readonly id: DeckId; readonly title: string }

export type Statistics = {
  /** Decks that can be chosen: those that the viewer studies. */
  readonly decks: readonly DeckName[]
  readonly deck: DeckName | null
  /** Days since 1970-01-01. */
  readonly today: number
  readonly forecast: Forecast
  /** Over the calendar's weeks. */
  readonly days: readonly StudiedDay[]
  readonly retention: readonly Retention[]
  readonly secondsPerReview: number | null
  /** By mastery, 0 first. */
  readonly mastery: readonly number[]
}

/** What the viewer's own reviews say, of one deck or of all that they study. Null: a deck that they may not see. */
export async function readStatistics(viewer: Viewer, deckId: DeckId | null, now: Date): Promise<Statistics | null> {
  const studied = await db().$queryRaw<{ id: string }[]>`${studiedDeckIds(viewer)}`
  const chosen = deckId ? [deckId] : []
  const rows = await db().deck.findMany({
    where: { AND: [{ id: { in: [...studied.map(({ id }) => id), ...chosen] } }, decksVisibleTo(viewer)] },
    orderBy: { title: 'asc' },
    select: { id: true, title: true },
  })
  const decks = rows.map(({ id, title }) => ({ id: DeckId.parse(id), title }))
  const deck = decks.find(({ id }) => id === deckId) ?? null
  if (deckId && !deck) return null
  const scope: Scope = { decks: deck ? [deck.id] : decks.map(({ id }) => id), isOne: deck !== null }
  const today = studyDay(now, viewer.timeZone, viewer.dayStartHour)
  return {
    decks,
    deck,
    today,
    forecast: await forecastDue(viewer, scope, today, FORECAST_DAYS),
    days: await countDays(viewer, scope, { first: firstCalendarDay(today, CALENDAR_WEEKS), last: today }),
    retention: await measureRetention(viewer, scope, today),
    secondsPerReview: await medianSeconds(viewer, scope, today - TIME_DAYS + 1),
    mastery: await countMastery(viewer, scope, now),
  }
}

/** Median seconds of the viewer's reviews since the study day `first`; null where too few were timed to tell. */
async function medianSeconds(viewer: Viewer, scope: Scope, first: number): Promise<number | null> {
  const [begin] = asTimes(dayBounds(first, 0, viewer))
  const [found] = await db().$queryRaw<{ ms: number | null; timed: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY r."durationMs")::float8 AS ms, count(*)::int AS timed
    FROM "Review" r
    WHERE r."at" >= ${begin}::timestamp AND r."durationMs" IS NOT NULL AND ${activeReviews(viewer.learnerId, scope)}`
  return found?.ms == null || !hasEnoughObservations(found.timed) ? null : found.ms / 1000
}

/** The viewer's reviews of each study day from `first` to `last`; days without one are not among them. */
export async function countDays(
  viewer: Viewer,
  scope: Scope,
  { first, last }: { first: number; last: number },
): Promise<readonly StudiedDay[]> {
  const bounds = asTimes(dayBounds(first, last - first + 1, viewer))
  const rows = await db().$queryRaw<{ bucket: number; reviews: number; ms: number }[]>`
    SELECT width_bucket(r."at", ${bounds}::timestamp[]) AS bucket,
      count(*)::int AS reviews, coalesce(sum(r."durationMs"), 0)::float8 AS ms
    FROM "Review" r
    WHERE r."at" >= ${bounds[0]}::timestamp AND r."at" < ${bounds.at(-1)}::timestamp
      AND ${activeReviews(viewer.learnerId, scope)}
    GROUP BY 1 ORDER BY 1`
  return rows.map(({ bucket, reviews, ms }) => ({ day: first + bucket - 1, reviews, ms }))
}

/** In study days, today being one of them; the shortest first. */
const RETENTION_WINDOWS = [7, 30, 90, 365] as const

type Row = { place: number; isMature: boolean; reviews: number; recalled: number; expected: number }

/** Of the viewer's reviews that tested a memory, how many were recalled, young and mature, over each window. */
async function measureRetention(viewer: Viewer, scope: Scope, today: number): Promise<readonly Retention[]> {
  const longestFirst = [...RETENTION_WINDOWS].reverse()
  // Where each window begins, the earliest first: a review is counted once, in the shortest window that holds it.
  const begins = asTimes(longestFirst.flatMap((window) => dayBounds(today - window + 1, 0, viewer)))
  const rows = await db().$queryRaw<Row[]>`
    SELECT width_bucket(r."at", ${begins}::timestamp[]) AS place, r."stability" >= ${MASTERED_FROM_DAYS} AS "isMature",
      count(*)::int AS reviews, count(*) FILTER (WHERE r."rating" <> 'again')::int AS recalled,
      sum(r."expected")::float8 AS expected
    FROM "Review" r
    WHERE r."at" >= ${begins[0]}::timestamp AND r."stability" IS NOT NULL AND r."scheduled"
      AND ${activeReviews(viewer.learnerId, scope)}
    GROUP BY 1, 2`
  return [false, true].flatMap((isMature) =>
    RETENTION_WINDOWS.map((window) => {
      const from = longestFirst.indexOf(window) + 1
      const within = rows.filter((row) => row.isMature === isMature && row.place >= from)
      return retentionOf(within.reduce(add, { window, isMature, reviews: 0, recalled: 0, expected: 0 }))
    }),
  )
}

function add(sum: TestedCount, row: Row): TestedCount {
  return {
    ...sum,
    reviews: sum.reviews + row.reviews,
    recalled: sum.recalled + row.recalled,
    expected: sum.expected + row.expected,
  }
}

type Forecast = {
  /** Due before today and not reviewed. */
  readonly backlog: number
  /** Facts that fall due, by day from today on. */
  readonly days: readonly number[]
}

/** What falls due on the next days as things stand; facts that study does not show, and suspended ones, are left out. */
async function forecastDue(viewer: Viewer, scope: Scope, today: number, days: number): Promise<Forecast> {
  const { learnerId } = viewer
  const bounds = asTimes(dayBounds(today, days, viewer))
  const rows = await db().$queryRaw<{ bucket: number; facts: number }[]>`
    SELECT width_bucket(m."due", ${bounds}::timestamp[]) AS bucket, count(*)::int AS facts
    FROM "Memory" m
    WHERE m."learnerId" = ${learnerId}::uuid AND m."due" < ${bounds.at(-1)}::timestamp
      AND m."factId" IN (${askedFacts(scope, { cards: true })})
      AND NOT EXISTS (
        SELECT 1 FROM "FactFlag" k WHERE k."learnerId" = m."learnerId" AND k."factId" = m."factId" AND k."suspended"
      )
    GROUP BY 1`
  const factsIn = (bucket: number) => rows.find((row) => row.bucket === bucket)?.facts ?? 0
  return { backlog: factsIn(0), days: Array.from({ length: days }, (_, day) => factsIn(day + 1)) }
}

/** How many facts of the viewer's decks have come how far: place 0 not seen, 1 Attempted to 4 Mastered. */
async function countMastery(viewer: Viewer, scope: Scope, now: Date): Promise<readonly number[]> {
  const [found] = await db().$queryRaw<{ facts: number; memories: readonly MemoryParts[] | null }[]>`
    WITH asked AS (SELECT DISTINCT q."id" FROM (${askedFacts(scope, { cards: false })}) q)
    SELECT count(*)::int AS facts, jsonb_agg(${MEMORY_PARTS}) FILTER (WHERE m."factId" IS NOT NULL) AS memories
    FROM asked LEFT JOIN "Memory" m ON m."factId" = asked."id" AND m."learnerId" = ${viewer.learnerId}::uuid`
  const { facts = 0, memories } = found ?? {}
  const counts = [0, 0, 0, 0, 0]
  for (const parts of memories ?? []) {
    const mastery = masteryOf(memoryOfParts(parts), now)
    counts[mastery] = (counts[mastery] ?? 0) + 1
  }
  return [facts - (memories ?? []).length, ...counts.slice(1)]
}

/** The decks that are asked about; `isOne`: a single one was chosen. The caller has checked that the viewer may see them. */
export type Scope = { readonly decks: readonly DeckId[]; readonly isOne: boolean }

/** Holds for a review `r` of the learner that is active. Of one deck only those of its facts. */
function activeReviews(learnerId: string, { decks, isOne }: Scope): Prisma.Sql {
  const ofDeck = isOne
    ? Prisma.sql`AND r."factId" IN (
        SELECT f."id" FROM "Fact" f JOIN "Deck" d ON d."documentId" = f."documentId" WHERE d."id" = ANY(${decks}::uuid[])
      )`
    : Prisma.empty
  return Prisma.sql`r."learnerId" = ${learnerId}::uuid AND ${isActiveReview} ${ofDeck}`
}

/** Ids of the facts that decks ask; with `cards` those that study shows. One that two decks ask comes twice. */
function askedFacts({ decks }: Scope, { cards }: { cards: boolean }): Prisma.Sql {
  const shown = cards ? Prisma.sql`AND k."hasCard"` : Prisma.empty
  return Prisma.sql`SELECT k."factId" AS id FROM "DeckFact" k WHERE k."deckId" = ANY(${decks}::uuid[]) ${shown}`
}

/** As PostgreSQL reads a list of moments for `width_bucket`: the columns hold UTC. */
function asTimes(bounds: readonly Date[]): string[] {
  return bounds.map((bound) => bound.toISOString())
}
