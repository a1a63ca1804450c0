import 'server-only'
import type { DayLimits } from '../../core/memory/session/day-limits'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { type Candidate, candidateOf, notSetAside, type StudyScope } from './study-scope'

const DECKS_AT_A_TIME = 20

/** A deck opens with facts that can be chosen among options: who has not read the text can guess at those. */
const OPENING = 3
/** Facts from the beginning of the document that may be among them. */
const EARLY = 60

type DeckPlace = { readonly deckId: string; readonly documentId: string }

export type NewToday = {
  readonly facts: readonly Candidate[]
  /** There are more facts that were never met than the day's limit leaves. */
  readonly isLimited: boolean
}

/** The new facts that the viewer may still take today. */
export async function newFactsToday(scope: StudyScope, limits: DayLimits, now: Date): Promise<NewToday> {
  const found = await newFacts(scope, limits.new + 1, now)
  return { facts: found.slice(0, limits.new), isLimited: found.length > limits.new }
}

/**
 * Facts with a card that the viewer has not met, up to the limit: deck by deck as they were made, each with its opening
 * facts first and then in the order of its document. Decks that are known to be met are not looked through.
 */
export async function newFacts(scope: StudyScope, limit: number, now: Date): Promise<readonly Candidate[]> {
  if (limit <= 0) return []
  const found = new Map<string, Candidate>()
  for await (const deck of decksWithNew(scope)) {
    if (found.size >= limit) break
    const some = await newFactsOf(scope, deck, limit - found.size, [...found.keys()], now)
    for (const factId of some) found.set(factId, candidateOf({ factId, deckId: deck.deckId, state: null }))
  }
  return [...found.values()]
}

async function* decksWithNew(scope: StudyScope): AsyncGenerator<DeckPlace> {
  for (let page = 0; ; page += 1) {
    const decks = await pageOfDecks(scope, page)
    yield* decks
    if (decks.length < DECKS_AT_A_TIME) return
  }
}

function pageOfDecks({ viewer, deckIds }: StudyScope, page: number): Promise<DeckPlace[]> {
  const progress = viewer
    ? Prisma.sql`LEFT JOIN "DeckProgress" p ON p."deckId" = d."id" AND p."learnerId" = ${viewer.learnerId}::uuid`
    : Prisma.sql`CROSS JOIN (SELECT 0 AS "met") p`
  return db().$queryRaw<DeckPlace[]>`
    SELECT d."id" AS "deckId", d."documentId" FROM "Deck" d ${progress}
    WHERE d."id" IN (${deckIds}) AND d."cards" > coalesce(p."met", 0)
    ORDER BY d."createdAt", d."id" LIMIT ${DECKS_AT_A_TIME} OFFSET ${page * DECKS_AT_A_TIME}`
}

async function newFactsOf(
  scope: StudyScope,
  { deckId, documentId }: DeckPlace,
  limit: number,
  but: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const { viewer } = scope
  const isNew = viewer
    ? Prisma.sql`f."id" NOT IN (
        SELECT m."factId" FROM "Memory" m
        WHERE m."learnerId" = ${viewer.learnerId}::uuid AND m."documentId" = ${documentId}::uuid)`
    : Prisma.sql`TRUE`
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH "early" AS (
      SELECT f."id", f."position" FROM "DeckFact" x JOIN "Fact" f ON f."id" = x."factId"
      WHERE x."deckId" = ${deckId}::uuid AND x."hasCard" ORDER BY f."position" LIMIT ${EARLY}
    ), "opening" AS (
      SELECT e."id" FROM "early" e WHERE EXISTS (
        SELECT 1 FROM "ItemFact" a
        JOIN "Item" i ON i."id" = a."itemId" AND i."type" = 'choice'
        JOIN "DeckItem" s ON s."deckId" = ${deckId}::uuid AND s."itemId" = i."id" AND s."isShown"
        WHERE a."factId" = e."id")
      ORDER BY e."position" LIMIT ${OPENING}
    )
    SELECT f."id" FROM "Fact" f
    JOIN "DeckFact" x ON x."deckId" = ${deckId}::uuid AND x."factId" = f."id" AND x."hasCard"
    WHERE f."documentId" = ${documentId}::uuid AND ${isNew} AND ${notSetAside(scope, Prisma.sql`f."id"`, now)}
      AND f."id" <> ALL (${[...but]}::uuid[])
    -- What an author writes has the position of the fact before it.
    ORDER BY f."id" NOT IN (SELECT "id" FROM "opening"), f."position", (f."spans"->0->>'start')::int LIMIT ${limit}`
  return rows.map(({ id }) => id)
}
