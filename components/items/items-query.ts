import type { Shown } from '@/lib/core/item/filter-items'
import type { Tier } from '@/lib/core/item/item'
import type { ItemType } from '@/lib/core/question-types/registry'

/** What the Items tab shows, as its address says it. */
export type ItemsView = {
  readonly show: Shown
  readonly type: ItemType | null
  readonly tier: Tier | null
  /** 0: the one with the item that is at hand. */
  readonly page: number
  /** Items made since then are new; set when a deck was regenerated. */
  readonly since: string | null
}

export const WHOLE_VIEW: ItemsView = { show: 'all', type: null, tier: null, page: 0, since: null }

/** The address of a view; `item` stands at the top of the window and has focus. */
export function itemsAddress(
  deckId: string,
  view: Partial<ItemsView>,
  { item, more = {} }: { item?: string | null; more?: Readonly<Record<string, string>> } = {},
): string {
  const asked = new URLSearchParams(queryOf(view))
  for (const [name, value] of Object.entries(more)) asked.set(name, value)
  const query = asked.toString()
  return `/decks/${deckId}/items${query && `?${query}`}${item ? `#item-${item}` : ''}`
}

/** What differs from the whole. */
export function queryOf(view: Partial<ItemsView>): string {
  const asked = new URLSearchParams()
  for (const name of ['show', 'type', 'tier', 'page', 'since'] as const) {
    const value = view[name] ?? WHOLE_VIEW[name]
    if (value !== null && value !== WHOLE_VIEW[name]) asked.set(name, String(value))
  }
  return asked.toString()
}
