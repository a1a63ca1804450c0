import 'server-only'
import type { DeckId, ItemId } from '../../core/ids'
import type { ItemType } from '../../core/item/item'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import { chosenRevision, type Revision, revisionOf } from '../decks/revision-of'

export type CardRevision = Revision & { readonly type: ItemType }

/** The words of cards as the deck shows them. The ids come from `listDeckFacts`, which has looked at who asks. */
export async function cardRevisions(
  deckId: DeckId,
  itemIds: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, CardRevision>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db().revision.findMany({
    where: inDeck(deckId, itemIds),
    include: { item: { select: { type: true } } },
  })
  const shown = await shownOf(deckId, itemIds, rows)
  return new Map(shown.map(([itemId, row]) => [itemId, { ...revisionOf(row), type: row.item.type as ItemType }]))
}

/** The stems of items as the deck shows them. */
export async function cardStems(deckId: DeckId, itemIds: readonly ItemId[]): Promise<ReadonlyMap<ItemId, string>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db().revision.findMany({
    where: inDeck(deckId, itemIds),
    select: { id: true, itemId: true, authorId: true, number: true, stem: true },
  })
  const shown = await shownOf(deckId, itemIds, rows)
  return new Map(shown.map(([itemId, { stem }]) => [itemId, stem]))
}

function inDeck(deckId: DeckId, itemIds: readonly ItemId[]): Prisma.RevisionWhereInput {
  return { itemId: { in: [...itemIds] }, OR: [{ authorId: null }, { choices: { some: { deckId } } }] }
}

type Row = { readonly id: string; readonly itemId: string; readonly authorId: string | null; readonly number: number }

async function shownOf<One extends Row>(deckId: DeckId, itemIds: readonly ItemId[], rows: readonly One[]) {
  const choices = await db().deckChoice.findMany({ where: { deckId, itemId: { in: [...itemIds] } } })
  const chosen = new Map(choices.map(({ itemId, revisionId }) => [itemId, revisionId]))
  const byItem = new Map<string, One[]>()
  for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row])
  return itemIds.flatMap((itemId) => {
    const revision = chosenRevision(byItem.get(itemId) ?? [], chosen.get(itemId))
    return revision ? [[itemId, revision] as const] : []
  })
}
