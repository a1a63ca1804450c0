import 'server-only'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'

type Changed =
  | { readonly itemIds: readonly string[] }
  | { readonly factIds: readonly string[] }
  | { readonly documentId: string }

/**
 * Writes what all decks ask of these facts, their counts and the progress of learners in them (`DeckFact`, `Deck.facts`,
 * `Deck.cards`, `DeckProgress`). Call it once at the end of a transaction that has changed items, what they ask, their words
 * or a deck's choices; where items are deleted name the facts that they asked.
 */
export async function refreshDeckFacts(tx: Tx, changed: Changed): Promise<void> {
  await tx.$queryRaw`SELECT refresh_deck_facts(ARRAY(${factIdsOf(changed)}))::text`
}

function factIdsOf(changed: Changed): Prisma.Sql {
  if ('documentId' in changed)
    return Prisma.sql`SELECT "id" FROM "Fact" WHERE "documentId" = ${changed.documentId}::uuid`
  if ('itemIds' in changed)
    return Prisma.sql`SELECT DISTINCT "factId" FROM "ItemFact" WHERE "itemId" = ANY (${[...changed.itemIds]}::uuid[])`
  return Prisma.sql`SELECT unnest(${[...changed.factIds]}::uuid[])`
}
