import type { ItemStatus } from '@/lib/core/item/filter-items'

/** How much of a document learners are asked; what waits for its author or was turned down asks nobody. */
export type Coverage = {
  /** Facts of the document. */
  readonly found: number
  /** Those that an item asks. */
  readonly facts: number
  readonly items: number
  /** In how many items each fact is asked, of those that the page's items ask; for an author, who may change it. */
  readonly by: Readonly<Record<string, number>>
}

const isAsked = (status: ItemStatus): boolean => status === 'ready' || status === 'accepted'

type Deciding = { readonly status: ItemStatus; readonly factIds: readonly string[] }

/** After an item was decided about. */
export function coverageAfter(asked: Coverage, before: Deciding, after: Deciding): Coverage {
  const change = Number(isAsked(after.status)) - Number(isAsked(before.status))
  if (change === 0) return asked
  const by = { ...asked.by }
  let { facts } = asked
  for (const id of new Set(after.factIds)) {
    const old = by[id] ?? 0
    by[id] = old + change
    facts += Number(by[id] > 0) - Number(old > 0)
  }
  return { ...asked, facts, items: asked.items + change, by }
}
