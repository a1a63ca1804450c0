import type { Shown } from '@/lib/core/item/filter-items'
import type { Tier } from '@/lib/core/item/item'
import type { ItemType } from '@/lib/core/question-types/registry'

/** What the Items tab shows, as in its address. */
export type ItemsView = {
  readonly show: Shown
  readonly type: ItemType | null
  readonly tier: Tier | null
  /** 0 is the page with the current item. */
  readonly page: number
  /** Items made since then are new; set after a deck was regenerated. */
  readonly since: string | null
}

export const DEFAULT_VIEW: ItemsView = { show: 'all', type: null, tier: null, page: 0, since: null }

/** The address of a view. `item` gets the focus. */
export function itemsAddress(
  deckId: string,
  view: Partial<ItemsView>,
  { item, more = {} }: { item?: string | null; more?: Readonly<Record<string, string>> } = {},
): string {
  const query = new URLSearchParams(queryOf(view))
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  const written = query.toString()
  return `/decks/${deckId}/items${written && `?${written}`}${item ? `#item-${item}` : ''}`
}

/** The parameters that differ from the default. */
export function queryOf(view: Partial<ItemsView>): string {
  const query = new URLSearchParams()
  for (const name of ['show', 'type', 'tier', 'page', 'since'] as const) {
    const value = view[name] ?? DEFAULT_VIEW[name]
    if (value !== null && value !== DEFAULT_VIEW[name]) query.set(name, String(value))
  }
  return query.toString()
}
