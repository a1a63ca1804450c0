import 'server-only'
import type { Span } from '../../core/document/document'
import { type DeckId, FactId, ItemId } from '../../core/ids'
import { pickCards } from '../../core/item/card'
import type { Viewer } from '../../core/people/viewer'
import type { ItemType } from '../../core/question-types/registry'
import { db } from '../../db'
import { decksVisibleTo } from './deck-access'
import { shownCards } from './shown-items'

export type DeckFact = {
  readonly id: FactId
  readonly documentId: string
  readonly statement: string
  readonly spans: readonly Span[]
  /** The item, or the flashcards in the order of the document, by which it is studied; none: it is asked in quizzes only. */
  readonly cardIds: readonly ItemId[]
}

/** The facts that a deck asks, in the document's order; none when the viewer may not see the deck. */
export async function listDeckFacts(viewer: Viewer | null, deckId: DeckId): Promise<readonly DeckFact[]> {
  const rows = await db().fact.findMany({
    where: { inDecks: { some: { deckId, deck: decksVisibleTo(viewer) } } },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      documentId: true,
      statement: true,
      spans: true,
      items: {
        where: { slot: 0, item: shownCards(deckId) },
        orderBy: { item: { position: 'asc' } },
        select: { item: { select: { id: true, type: true } } },
      },
    },
  })
  return rows.map(({ items, ...row }) => ({
    id: FactId.parse(row.id),
    documentId: row.documentId,
    statement: row.statement,
    spans: row.spans as Span[],
    cardIds: pickCards(items.map(({ item }) => ({ id: ItemId.parse(item.id), type: item.type as ItemType }))).map(
      ({ id }) => id,
    ),
  }))
}
