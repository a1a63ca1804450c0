import 'server-only'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { deckIsAmong, visibleDeckIds } from './deck-access'

/** Of these items those that a deck of the viewer asks, as a query of `"itemId"`. */
export function itemsAsked(viewer: Viewer, itemIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT i."itemId" FROM "DeckItem" i JOIN "Deck" d ON d."id" = i."deckId"
    WHERE i."itemId" = ANY (${[...itemIds]}::uuid[]) AND i."isShown" AND ${deckIsAmong(visibleDeckIds(viewer))}`
}

/** Of the items of a running session those that are not asked any more. */
export async function itemsNotAsked<Id extends string>(viewer: Viewer, itemIds: readonly Id[]): Promise<readonly Id[]> {
  if (itemIds.length === 0) return []
  const rows = await db().$queryRaw<{ readonly itemId: string }[]>(itemsAsked(viewer, itemIds))
  const asked = new Set(rows.map(({ itemId }) => itemId))
  return itemIds.filter((id) => !asked.has(id))
}
