import 'server-only'
import type { DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { findEdited } from './authored-rows'

export type Reordered =
  /** To undo, call it with `previous`. */
  | { readonly kind: 'reordered'; readonly previous: readonly ItemId[] }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Puts items of the viewer's own deck in this order, in the places that they have among the others. */
export async function reorderItems(viewer: Viewer, deckId: DeckId, itemIds: readonly ItemId[]): Promise<Reordered> {
  return db().$transaction(async (tx): Promise<Reordered> => {
    const document = await findEdited(tx, viewer, deckId)
    const where = { documentId: document?.id ?? deckId }
    const all = await tx.item.findMany({
      where,
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, position: true },
    })
    const named = new Set<string>(itemIds)
    const previous = itemIds.length > 0 ? all.filter(({ id }) => named.has(id)) : []
    if (!document || previous.length < named.size || named.size === 0) return { kind: 'rejected', reason: 'not-found' }
    const next = [...named]
    const ordered = all.map(({ id }) => (named.has(id) ? (next.shift() ?? id) : id))
    // Places only rise, and most items keep theirs.
    let last = -1
    const placed = ordered.map((id, at) => {
      last = Math.max(last + 1, all[at]?.position ?? 0)
      return { id, position: last }
    })
    const before = new Map(all.map(({ id, position }) => [id, position]))
    const changed = placed.filter(({ id, position }) => before.get(id) !== position)
    await tx.$executeRaw`
      UPDATE "Item" AS item SET position = placed.position
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS placed(id uuid, position int) WHERE item.id = placed.id`
    return { kind: 'reordered', previous: previous.map(({ id }) => id as ItemId) }
  })
}
