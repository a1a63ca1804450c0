import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from './decks-visible-to'

export type DeckHead = {
  readonly id: DeckId
  readonly title: string
  readonly documentId: DocumentId
  readonly mayEdit: boolean
  readonly shipped: boolean
}

export async function findDeck(viewer: Viewer | null, deckId: DeckId): Promise<DeckHead | null> {
  const deck = await db().deck.findFirst({ where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } })
  if (!deck) return null
  return {
    id: DeckId.parse(deck.id),
    title: deck.title,
    documentId: DocumentId.parse(deck.documentId),
    mayEdit: viewer !== null && deck.ownerId === viewer.learnerId,
    shipped: deck.ownerId === null,
  }
}

/** The deck of a document that ships with the app, for links from Welcome. */
export async function findShippedDeck(slug: string): Promise<DeckHead | null> {
  const deck = await db().deck.findFirst({ where: { ownerId: null, document: { slug } }, select: { id: true } })
  return deck ? findDeck(null, DeckId.parse(deck.id)) : null
}
