import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { db } from '../../db'
import { decksEditableBy } from './decks-visible-to'

export type Renamed =
  | { readonly kind: 'renamed' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'blank' }

/** The deck's own name; the document keeps its title. */
export async function renameDeck(viewer: Viewer, deckId: DeckId, title: string): Promise<Renamed> {
  const trimmed = title.trim()
  if (trimmed === '') return { kind: 'rejected', reason: 'blank' }
  const { count } = await db().deck.updateMany({
    where: { AND: [{ id: deckId }, decksEditableBy(viewer)] },
    data: { title: trimmed },
  })
  return count === 1 ? { kind: 'renamed' } : { kind: 'rejected', reason: 'not-found' }
}
