import 'server-only'
import type { FactId } from '../../core/ids'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import {
  type Candidate,
  type CandidateRow,
  candidateOf,
  MEMORY_COLUMNS,
  notSetAside,
  type StudyScope,
} from './study-scope'

type Row = CandidateRow | { factId: string; deckId: string; state: null }

/** Those of the named facts that the scope has a card for, in the order of decks and documents; with `setAside` without what is set aside at that time. */
export async function factsById(
  scope: StudyScope,
  factIds: readonly FactId[],
  { setAside }: { setAside?: Date } = {},
): Promise<readonly Candidate[]> {
  if (factIds.length === 0) return []
  const named = Prisma.sql`x."factId" = ANY (${[...factIds]}::uuid[]) AND ${scope.deck}`
  return once(await read(scope, named, setAside ?? null, factIds.length * 2))
}

/** All facts of the scope, up to the limit and perhaps some more. */
export async function everyFact(scope: StudyScope, limit: number, now: Date): Promise<readonly Candidate[]> {
  const rows = await read(scope, Prisma.sql`x."deckId" IN (${someDecks(scope, limit)})`, now, limit)
  const found = once(rows)
  // Where several decks ask the same facts, as many rows are fewer facts.
  return found.length === limit || rows.length < limit ? found : everyFact(scope, limit * 2, now)
}

/** The facts of one deck, if it is in the scope, also those that are set aside. */
export async function factsOfDeck(scope: StudyScope, deckId: string): Promise<readonly Candidate[]> {
  const facts = Prisma.sql`x."deckId" = ${deckId}::uuid AND ${scope.deck}`
  return once(await read(scope, facts, null, null))
}

/** Decks hold a fact with a card each, so as many as facts are wanted are enough. */
function someDecks({ deckIds }: StudyScope, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT d."id" FROM "Deck" d WHERE d."id" IN (${deckIds}) AND d."cards" > 0
    ORDER BY d."createdAt", d."id" LIMIT ${limit}`
}

async function read(scope: StudyScope, facts: Prisma.Sql, setAside: Date | null, limit: number | null): Promise<Row[]> {
  const { viewer } = scope
  const memory = viewer
    ? Prisma.sql`LEFT JOIN "Memory" m ON m."learnerId" = ${viewer.learnerId}::uuid AND m."factId" = x."factId"`
    : Prisma.sql`LEFT JOIN "Memory" m ON FALSE`
  return db().$queryRaw<Row[]>`
    SELECT x."factId", x."deckId", ${MEMORY_COLUMNS} FROM "DeckFact" x
    JOIN "Deck" d ON d."id" = x."deckId"
    JOIN "Fact" f ON f."id" = x."factId"
    ${memory}
    WHERE x."hasCard" AND ${facts}
      AND ${setAside ? notSetAside(scope, Prisma.sql`x."factId"`, setAside) : Prisma.sql`TRUE`}
    ORDER BY d."createdAt", d."id", f."position"
    LIMIT ${limit}`
}

/** Two decks of one document share its facts: each is asked once. */
function once(rows: readonly Row[]): readonly Candidate[] {
  const byFact = new Map<string, Candidate>()
  for (const row of rows) if (!byFact.has(row.factId)) byFact.set(row.factId, candidateOf(row))
  return [...byFact.values()]
}
