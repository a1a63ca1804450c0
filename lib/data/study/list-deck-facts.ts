import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Span } from '../../core/document/document'
import { DeckId, FactId, ItemId } from '../../core/ids'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo } from '../decks/decks-visible-to'
import { shownItems } from '../decks/shown-items'

export type DeckFact = {
  readonly id: FactId
  readonly documentId: string
  readonly statement: string
  readonly spans: readonly Span[]
  /** Its flashcards in the order of the document; none: the deck asks it in questions only. */
  readonly cardIds: readonly ItemId[]
}

/** The facts that a deck asks, in the document's order; none when the viewer may not see the deck. */
export async function listDeckFacts(viewer: Viewer | null, deckId: DeckId): Promise<readonly DeckFact[]> {
  const asked: Prisma.FactWhereInput = { items: { some: { item: shownItems(deckId) } } }
  const visible = { document: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } } }
  const rows = await db().fact.findMany({
    where: { AND: [visible, asked] },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      documentId: true,
      statement: true,
      spans: true,
      items: {
        where: { slot: 0, item: { AND: [shownItems(deckId), { type: 'flashcard' }] } },
        orderBy: { item: { position: 'asc' } },
        select: { itemId: true },
      },
    },
  })
  return rows.map((row) => ({
    id: FactId.parse(row.id),
    documentId: row.documentId,
    statement: row.statement,
    spans: row.spans as Span[],
    cardIds: row.items.map(({ itemId }) => ItemId.parse(itemId)),
  }))
}

/** Decks that are the viewer's to study: own, assigned, and those shipped decks that they have begun. */
export async function listStudiedDecks(viewer: Viewer): Promise<readonly DeckId[]> {
  const { learnerId } = viewer
  const begun = { document: { facts: { some: { memories: { some: { learnerId } } } } } }
  const rows = await db().deck.findMany({
    where: { AND: [decksVisibleTo(viewer), { OR: [{ NOT: { ownerId: null } }, begun] }] },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => DeckId.parse(id))
}
