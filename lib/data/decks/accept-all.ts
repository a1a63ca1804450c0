import 'server-only'
import type { Finding } from '../../core/check/check-result'
import { type DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { chooseItems, type ItemChoice } from './accept-items'

/** How many items a doubt speaks against. An item counts once, by its first doubt. */
type DoubtCount = { readonly code: string; readonly items: number }

/** How many items wait for a check, and what speaks against some of them. */
export type Doubts = {
  readonly items: number
  readonly doubts: readonly DoubtCount[]
  /** Without a doubt: those that the rules made, and those that nobody has read yet. */
  readonly others: { readonly rules: number; readonly unread: number }
}

export type AcceptedAll =
  /** To undo, call `chooseItems` with `previous`. */
  | { readonly kind: 'accepted'; readonly previous: readonly ItemChoice[] }
  /** Nothing was confirmed, and nothing is accepted. */
  | ({ readonly kind: 'unconfirmed' } & Doubts)
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Accepts all items of the viewer's own deck that wait for a check. */
export async function acceptAll(
  viewer: Viewer,
  deckId: DeckId,
  { confirmed }: { readonly confirmed: boolean },
  now: Date,
): Promise<AcceptedAll> {
  const rows = await findToCheck(viewer, deckId)
  if (!confirmed && rows.length > 0) return { kind: 'unconfirmed', ...countDoubts(rows) }
  const choices = rows.map(({ itemId }): ItemChoice => {
    return { itemId: ItemId.parse(itemId), choice: { choice: 'accepted', revisionId: null } }
  })
  return choices.length === 0
    ? { kind: 'accepted', previous: [] }
    : acceptedOf(await chooseItems(viewer, deckId, choices, now))
}

/** What speaks against accepting all items of the viewer's own deck that wait for a check; null if none waits. */
export async function doubtsAgainstAll(viewer: Viewer, deckId: DeckId): Promise<Doubts | null> {
  const rows = await findToCheck(viewer, deckId)
  return rows.length > 0 ? countDoubts(rows) : null
}

function findToCheck(viewer: Viewer, deckId: DeckId) {
  return db().deckItem.findMany({
    where: { deckId, status: 'unreviewed', deck: { ownerId: viewer.learnerId } },
    select: { itemId: true, item: { select: { doubts: true, finder: true } } },
  })
}

function acceptedOf(chosen: Awaited<ReturnType<typeof chooseItems>>): AcceptedAll {
  return chosen.kind === 'rejected' ? chosen : { kind: 'accepted', previous: chosen.previous }
}

function countDoubts(rows: Awaited<ReturnType<typeof findToCheck>>): Doubts {
  const counts = new Map<string, number>()
  const others = { rules: 0, unread: 0 }
  for (const { item } of rows) {
    const [first] = item.doubts as Finding[]
    if (first) counts.set(first.code, (counts.get(first.code) ?? 0) + 1)
    else others[item.finder === 'rules' ? 'rules' : 'unread'] += 1
  }
  const doubts = [...counts].map(([code, items]) => ({ code, items })).sort((a, b) => b.items - a.items)
  return { items: rows.length, doubts, others }
}
