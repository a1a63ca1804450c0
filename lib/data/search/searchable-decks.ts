import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/decks-visible-to'

/** A deck that the viewer may search; `mayEdit` also by the keys of its questions. */
export type SearchableDeck = {
  readonly id: DeckId
  readonly documentId: string
  readonly title: string
  readonly mayEdit: boolean
}

/** The viewer's own first: of two decks of one document a passage leads to theirs. */
export async function searchableDecks(viewer: Viewer | null): Promise<readonly SearchableDeck[]> {
  const rows = await db().deck.findMany({
    where: decksVisibleTo(viewer),
    orderBy: { createdAt: 'desc' },
    select: { id: true, documentId: true, title: true, ownerId: true },
  })
  const decks = rows.map(({ ownerId, ...deck }) => ({
    ...deck,
    id: DeckId.parse(deck.id),
    mayEdit: viewer !== null && ownerId === viewer.learnerId,
  }))
  return [...decks.filter(({ mayEdit }) => mayEdit), ...decks.filter(({ mayEdit }) => !mayEdit)]
}
