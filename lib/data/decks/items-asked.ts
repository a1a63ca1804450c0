import 'server-only'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { deckIsAmong, visibleDeckIds } from './deck-access'

/** Of these items those in decks of the viewer, as a query of `"itemId"` and of `"isAsked"`: by one of these decks. */
export function itemsInDecks(viewer: Viewer, itemIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT i."itemId", bool_or(i."isShown") AS "isAsked"
    FROM "DeckItem" i JOIN "Deck" d ON d."id" = i."deckId"
    WHERE i."itemId" = ANY (${[...itemIds]}::uuid[]) AND ${deckIsAmong(visibleDeckIds(viewer))} GROUP BY 1`
}

/**
 * Of the items of a running session those that their author took out of it. Not those of a deck that the viewer may not see any
 * more: they go on, and hear of each rating that it is not saved.
 */
export async function itemsTakenOut(viewer: Viewer, itemIds: readonly string[]): Promise<readonly string[]> {
  if (itemIds.length === 0) return []
  const rows = await db().$queryRaw<{ readonly itemId: string; readonly isAsked: boolean }[]>(
    itemsInDecks(viewer, itemIds),
  )
  return rows.flatMap(({ itemId, isAsked }) => (isAsked ? [] : [itemId]))
}
