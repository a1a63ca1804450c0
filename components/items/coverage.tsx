import { useTranslations } from 'next-intl'
import type { ItemStatus } from '@/lib/core/item/filter-items'

/** How much of a document learners are asked. Items that wait for review or are rejected do not count. */
export type Coverage = {
  /** Facts of the document. */
  readonly found: number
  /** Those that an item asks. */
  readonly facts: number
  readonly items: number
  /** For authors: how many items ask each fact, of the facts on the page. */
  readonly by: Readonly<Record<string, number>>
}

/** Why the viewer cannot change the items, as a key of messages/…/items.json. */
export type ReadOnlyReason = 'readOnly' | 'assignedOnly' | 'sharedOnly'

const isAsked = (status: ItemStatus): boolean => status === 'ready' || status === 'accepted'

type Decided = { readonly status: ItemStatus; readonly factIds: readonly string[] }

/** After a decision on one item. */
export function coverageAfter(coverage: Coverage, before: Decided, after: Decided): Coverage {
  const change = Number(isAsked(after.status)) - Number(isAsked(before.status))
  if (change === 0) return coverage
  const by = { ...coverage.by }
  let { facts } = coverage
  for (const id of new Set(after.factIds)) {
    const old = by[id] ?? 0
    by[id] = old + change
    facts += Number(by[id] > 0) - Number(old > 0)
  }
  return { ...coverage, facts, items: coverage.items + change, by }
}

type CoverageSummaryProps = {
  coverage: Coverage
  readOnlyReason: ReadOnlyReason | null
}

/** The coverage as a sentence. */
export function CoverageSummary({ coverage: { found, facts, items }, readOnlyReason }: CoverageSummaryProps) {
  const t = useTranslations('items')
  const share = facts === 0 ? 'none' : facts === found ? 'all' : 'some'
  return (
    <p className="pt-4 pb-1 text-ink-muted">
      {t('asked', { share, found, facts, items })}
      {readOnlyReason ? ` ${t(readOnlyReason)}` : null}
    </p>
  )
}
