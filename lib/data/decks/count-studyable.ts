import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { type Waiting, waitingFor } from '../../core/item/waiting'
import { db } from '../../db'
import { decksVisibleTo } from './decks-visible-to'
import { waitingItems } from './shown-items'

export type DeckContents = {
  /** Facts that shown items ask, and those of them that have a card. */
  readonly facts: number
  readonly cards: number
  readonly waiting: Waiting
}

/** What there is to study of a deck, and whether more waits for its author; null when the viewer may not see the deck. */
export async function countStudyable(viewer: Viewer | null, deckId: DeckId): Promise<DeckContents | null> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    select: { ownerId: true, facts: true, cards: true },
  })
  if (!deck) return null
  const items = await db().item.count({ where: waitingItems(deckId) })
  const isAuthor = viewer !== null && deck.ownerId === viewer.learnerId
  return { facts: deck.facts, cards: deck.cards, waiting: waitingFor(isAuthor, items) }
}
