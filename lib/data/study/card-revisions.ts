import 'server-only'
import type { DeckId, ItemId } from '../../core/ids'
import { db } from '../../db'
import { chosenRevision, type Revision, revisionOf } from '../decks/revision-of'

/** The words of cards as the deck shows them. The ids come from `listDeckFacts`, which has looked at who asks. */
export async function cardRevisions(
  deckId: DeckId,
  itemIds: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Revision>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db().revision.findMany({
    where: { itemId: { in: [...itemIds] }, OR: [{ authorId: null }, { choices: { some: { deckId } } }] },
  })
  const choices = await db().deckChoice.findMany({ where: { deckId, itemId: { in: [...itemIds] } } })
  const chosen = new Map(choices.map(({ itemId, revisionId }) => [itemId, revisionId]))
  return new Map(
    itemIds.flatMap((itemId) => {
      const own = rows.filter((row) => row.itemId === itemId)
      const revision = chosenRevision(own, chosen.get(itemId))
      return revision ? [[itemId, revisionOf(revision)] as const] : []
    }),
  )
}
