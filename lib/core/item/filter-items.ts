import type { ItemType } from '../question-types/registry'
import type { Tier } from './item'

/** `ready`: shown to learners without review. `unreviewed`: not shown until the author accepts it. `beyond`: beyond the deck's depth. */
export type ItemStatus = 'ready' | 'unreviewed' | 'accepted' | 'rejected' | 'beyond'

/** What an author can filter by; `held` is no longer made by the present engine, `new` was made since a given time. */
export const SHOWN = ['all', 'unreviewed', 'ready', 'accepted', 'rejected', 'beyond', 'edited', 'held', 'new'] as const
export type Shown = (typeof SHOWN)[number]

export type ItemFilter = {
  readonly show: Shown
  readonly type: ItemType | null
  readonly tier: Tier | null
  readonly since: Date | null
}

export const EVERYTHING: ItemFilter = { show: 'all', type: null, tier: null, since: null }

/** What a filter needs of an item. */
export type Filtered = {
  readonly type: ItemType
  readonly tier: Tier
  readonly status: ItemStatus
  readonly edited: boolean
  readonly held: boolean
  readonly createdAt: Date
}

export function isWanted(item: Filtered, { show, type, tier, since }: ItemFilter): boolean {
  return (!type || item.type === type) && (!tier || item.tier === tier) && isShown(item, show, since)
}

function isShown(item: Filtered, show: Shown, since: Date | null): boolean {
  if (show === 'all') return true
  if (show === 'new') return since !== null && item.createdAt >= since
  return show === 'edited' || show === 'held' ? item[show] : item.status === show
}

export type ItemCounts = {
  readonly shown: Readonly<Record<Shown, number>>
  readonly types: Readonly<Partial<Record<ItemType, number>>>
  readonly tiers: Readonly<Partial<Record<Tier, number>>>
}

/** Counts by state among items of the wanted type and tier; by type and by tier among all items. */
export function countItems(items: readonly Filtered[], { type, tier, since }: ItemFilter): ItemCounts {
  const shown = { all: 0, unreviewed: 0, ready: 0, accepted: 0, rejected: 0, beyond: 0, edited: 0, held: 0, new: 0 }
  const types: Partial<Record<ItemType, number>> = {}
  const tiers: Partial<Record<Tier, number>> = {}
  for (const item of items) {
    for (const show of SHOWN) shown[show] += Number(isWanted(item, { show, type, tier, since }))
    types[item.type] = (types[item.type] ?? 0) + 1
    tiers[item.tier] = (tiers[item.tier] ?? 0) + 1
  }
  return { shown, types, tiers }
}
