import 'server-only'
import { DeckId } from '../../core/ids'
import { minutesToCheck } from '../../core/item/unaccepted-items'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { unreviewedItems } from './shown-items'

/** `minutes` is about how long it takes to check them, at least 1. */
export type ToCheck = { readonly items: number; readonly minutes: number }

/** What waits for the viewer's review in their own deck; null when nothing does, or the deck is not theirs. */
export async function needsCheck(viewer: Viewer, deckId: DeckId): Promise<ToCheck | null> {
  const deck = { id: deckId, ownerId: viewer.learnerId }
  const items = await db().item.count({
    where: { AND: [unreviewedItems(deckId), { document: { decks: { some: deck } } }] },
  })
  return items === 0 ? null : { items, minutes: minutesToCheck(items) }
}

export type DeckToCheck = ToCheck & { readonly deckId: DeckId; readonly title: string }

/** The viewer's own decks in which items wait for their review, those with the most first. */
export async function listDecksToCheck(viewer: Viewer): Promise<readonly DeckToCheck[]> {
  const rows = await db().$queryRaw<{ id: string; title: string; items: number }[]>`
    SELECT d.id, d.title, count(*)::int AS items FROM "Deck" d JOIN "DeckItem" i ON i."deckId" = d.id
    WHERE d."ownerId" = ${viewer.learnerId}::uuid AND i.status = 'unreviewed'
    GROUP BY d.id, d.title ORDER BY items DESC, d.id`
  return rows.map(({ id, title, items }) => ({
    deckId: DeckId.parse(id),
    title,
    items,
    minutes: minutesToCheck(items),
  }))
}
