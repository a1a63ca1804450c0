import 'server-only'
import { type DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { parseContent, write } from '../../core/question-types/registry'
import { db } from '../../db'
import { decksEditableBy } from '../decks/deck-access'

export type WrittenCard = { readonly itemId: ItemId; readonly front: string; readonly back: string }

/** The cards that the author of a deck without a document wrote, the newest first. */
export async function listCards(viewer: Viewer, deckId: DeckId): Promise<readonly WrittenCard[]> {
  const rows = await db().deckItem.findMany({
    where: { isShown: true, deck: { AND: [{ id: deckId }, decksEditableBy(viewer)] }, revisionId: { not: null } },
    orderBy: { item: { position: 'desc' } },
    select: { itemId: true, revision: { select: { stem: true, content: true } } },
  })
  return rows.flatMap(({ itemId, revision }) => {
    if (!revision) return []
    const [back = ''] = write(parseContent(revision.content)).key
    return [{ itemId: ItemId.parse(itemId), front: revision.stem, back }]
  })
}
