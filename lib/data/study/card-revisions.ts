import 'server-only'
import { type DeckId, ItemId } from '../../core/ids'
import type { ItemType } from '../../core/item/item'
import { db } from '../../db'
import { type Revision, revisionOf } from '../decks/revision-of'

export type CardRevision = Revision & { readonly type: ItemType }

/** The words of cards as the deck shows them. The ids come from `listDeckFacts`, which has looked at who asks. */
export async function cardRevisions(
  deckId: DeckId,
  itemIds: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, CardRevision>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db().deckItem.findMany({
    where: { deckId, itemId: { in: [...itemIds] } },
    select: { itemId: true, revision: true, item: { select: { type: true } } },
  })
  return new Map(
    rows.flatMap(({ itemId, revision, item }) =>
      revision ? [[ItemId.parse(itemId), { ...revisionOf(revision), type: item.type as ItemType }]] : [],
    ),
  )
}
