import 'server-only'
import type { DeckId } from '../../core/ids'
import type { Prisma } from '../../generated/prisma/client'

/**
 * What learners meet of a deck: tier A unless rejected, anything accepted, nothing that the engine gave up. SQL has the rule
 * as `is_shown` in the first migration; a test holds them together.
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

/** What is shown once its author accepts it: not sure enough to be shown unasked, and neither accepted nor rejected yet. */
export function waitingItems(deckId: DeckId): Prisma.ItemWhereInput {
  return {
    document: { decks: { some: { id: deckId } } },
    ...{ retired: false, tier: { not: 'A' }, choices: { none: { deckId } } },
  }
}
