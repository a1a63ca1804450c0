import 'server-only'
import type { DeckId } from '../../core/ids'
import type { Prisma } from '../../generated/prisma/client'

/**
 * What learners meet of a deck: tier A unless rejected, anything accepted, nothing that the engine gave up. Written again
 * in SQL, to be changed together: `refresh_deck_facts` (migration study_at_any_size), `read-cards.ts`, `search/find-items.ts`.
 */
export function shownItems(deckId: DeckId): Prisma.ItemWhereInput {
  return {
    document: { decks: { some: { id: deckId } } },
    OR: [
      { choices: { some: { deckId, choice: 'accepted' } } },
      { retired: false, tier: 'A', choices: { none: { deckId, choice: 'rejected' } } },
    ],
  }
}
