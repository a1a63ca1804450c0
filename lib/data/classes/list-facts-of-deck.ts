import 'server-only'
import { type DeckId, FactId } from '@/lib/core/ids'
import { shownItems } from '@/lib/data/decks/shown-items'
import { db } from '@/lib/db'

export type DeckFact = { readonly factId: FactId; readonly heading: string; readonly statement: string }

/** The facts that learners of a deck are asked about, in the document's order. Callers have checked who asks. */
export async function listFactsOfDeck(deckId: DeckId): Promise<DeckFact[]> {
  const facts = await db().fact.findMany({
    where: {
      document: { decks: { some: { id: deckId } } },
      items: { some: { item: shownItems(deckId) } },
    },
    orderBy: { position: 'asc' },
    select: { id: true, heading: true, statement: true },
  })
  return facts.map((fact) => ({ factId: FactId.parse(fact.id), heading: fact.heading, statement: fact.statement }))
}
