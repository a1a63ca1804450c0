import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { HIGHLIGHT_END, HIGHLIGHT_START } from '../../core/shared/search-words'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

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

export type Range = { readonly from: number; readonly most: number }

/** A word that stands nearly everywhere ranks nothing: of what has it these many are looked at. */
export const MOST_RANKED = 1_000
/** For `ts_headline`: the whole text, with the words that were found between signs that no text has. */
export const LIT_WHOLE = `HighlightAll=true, StartSel=${HIGHLIGHT_START}, StopSel=${HIGHLIGHT_END}`
