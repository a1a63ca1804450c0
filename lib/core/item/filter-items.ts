/** `ready`: shown to learners without review. `unreviewed`: not shown until the author accepts it. `beyond`: beyond the deck's depth. */
export type ItemStatus = 'ready' | 'unreviewed' | 'accepted' | 'rejected' | 'beyond'

/**
 * What an author can list. `to-check`: not shown until accepted. `ready`: shown, accepted or not. `all`: what lies within the
 * deck's depth. `held`: no longer made by the present engine. `new`: made since a given time.
 */
export const SHOWN = ['to-check', 'ready', 'rejected', 'all', 'held', 'new'] as const
export type Shown = (typeof SHOWN)[number]

export type ItemFilter = { readonly show: Shown; readonly since: Date | null }

export const EVERYTHING: ItemFilter = { show: 'all', since: null }

/** What a filter needs of an item. */
export type Filtered = { readonly status: ItemStatus; readonly held: boolean; readonly createdAt: Date }

export function isWanted({ status, held, createdAt }: Filtered, { show, since }: ItemFilter): boolean {
  switch (show) {
    case 'to-check':
      return status === 'unreviewed'
    case 'ready':
      return isReady(status)
    case 'rejected':
      return status === 'rejected'
    case 'all':
      return status !== 'beyond'
    case 'held':
      return held
    case 'new':
      return since !== null && createdAt >= since
  }
}

/** Whether learners are asked it. */
const isReady = (status: ItemStatus): boolean => status === 'ready' || status === 'accepted'

export type ItemCounts = Readonly<Record<Shown, number>>

export function countItems(items: readonly Filtered[], since: Date | null): ItemCounts {
  const counts = { 'to-check': 0, ready: 0, rejected: 0, all: 0, held: 0, new: 0 }
  for (const item of items) for (const show of SHOWN) counts[show] += Number(isWanted(item, { show, since }))
  return counts
}
