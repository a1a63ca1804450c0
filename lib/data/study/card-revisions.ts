import 'server-only'
import { type DeckId, ItemId } from '../../core/ids'
import { db } from '../../db'
import { type Revision, revisionOf } from '../decks/revision-of'

/** The words of cards as the deck shows them. The ids come from `listDeckFacts`, which has looked at who asks. */
export async function cardRevisions(
  deckId: DeckId,
  itemIds: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Revision>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db().deckItem.findMany({
    where: { deckId, itemId: { in: [...itemIds] } },
    select: { itemId: true, revision: true },
  })
  return new Map(
    rows.flatMap(({ itemId, revision }) => (revision ? [[ItemId.parse(itemId), revisionOf(revision)]] : [])),
  )
}
