import type { Span } from '@/lib/core/document/document'
import type { Shown } from '@/lib/core/item/filter-items'

/** What the Items tab shows, as in its address. */
export type ItemsView = {
  /** Null: what needs a check, or everything when nothing does. */
  readonly show: Shown | null
  /** 0 is the page with the current item. */
  readonly page: number
  /** Items made since then are new; set after a deck was regenerated. */
  readonly since: string | null
}

export const DEFAULT_VIEW: ItemsView = { show: null, page: 0, since: null }

type Place = { item?: string | null; more?: Readonly<Record<string, string>> }

/** The address of a view. `item` gets the focus, and is listed whatever the view shows. */
export function itemsAddress(deckId: string, view: Partial<ItemsView>, { item, more = {} }: Place = {}): string {
  const query = new URLSearchParams(queryOf(view))
  if (item) query.set('item', item)
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  const written = query.toString()
  return `/decks/${deckId}/items${written && `?${written}`}${item ? `#item-${item}` : ''}`
}

/** The parameters that differ from the default. */
export function queryOf(view: Partial<ItemsView>): string {
  const query = new URLSearchParams()
  for (const name of ['show', 'page', 'since'] as const) {
    const value = view[name] ?? DEFAULT_VIEW[name]
    if (value !== null && value !== DEFAULT_VIEW[name]) query.set(name, String(value))
  }
  return query.toString()
}

/** A sentence in an address or a form: "120-180". */
export const writeSpan = ({ start, end }: Span): string => `${start}-${end}`

/** Null if it is none. */
export function readSpan(written: unknown): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(String(written ?? '')) ?? []
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return null
  return { start: Number(start), end: Number(end) }
}
