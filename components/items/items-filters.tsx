'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ItemCounts, Shown } from '@/lib/core/item/filter-items'
import type { Tier } from '@/lib/core/item/item'
import type { ItemType } from '@/lib/core/question-types/registry'
import type { ItemsSection } from '@/lib/data/decks/list-items'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { type ItemsView, itemsAddress, queryOf } from './items-query'

type ItemsFiltersProps = {
  deckId: string
  mayEdit: boolean
  counts: ItemCounts
  sections: readonly ItemsSection[]
  page: number
  view: ItemsView
  /** Moves to a fact of this page. */
  onJump: (factId: string) => void
}

/** Filters by state, type and tier with their counts, and links to the sections. */
export function ItemsFilters(props: ItemsFiltersProps) {
  const { mayEdit, counts, sections } = props
  const kinds = Object.keys(counts.types).length
  return (
    <div className="border-b pb-2">
      {mayEdit ? <States {...props} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-1">
        {sections.length > 1 ? <Sections {...props} /> : null}
        {kinds > 1 ? <Selects {...props} /> : null}
      </div>
    </div>
  )
}

const ALWAYS_SHOWN: readonly Shown[] = ['all', 'unreviewed']

function States({ deckId, counts, view }: ItemsFiltersProps) {
  const t = useTranslations('items')
  const states = (Object.keys(counts.shown) as Shown[]).filter(
    (show) => ALWAYS_SHOWN.includes(show) || counts.shown[show] > 0 || view.show === show,
  )
  return (
    <nav aria-label={t('filter.name')} className="scrollbar-none -mx-3 max-sm:overflow-x-auto">
      <ul className="flex sm:flex-wrap">
        {states.map((show) => (
          <li key={show}>
            <Link
              href={itemsAddress(deckId, { ...view, show, page: 0 })}
              scroll={false}
              prefetch={false}
              aria-current={view.show === show ? 'true' : undefined}
              className={clsx(
                'inline-flex min-h-11 items-center whitespace-nowrap rounded-control px-3 text-label no-underline hover:text-ink focus-visible:-outline-offset-3',
                view.show === show
                  ? 'font-semibold text-ink underline! decoration-accent! decoration-2!'
                  : 'text-ink-muted',
              )}
            >
              {t('filter.state', { name: t(`shown.${show}`), count: counts.shown[show] })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Type and tier. Without scripts there is a button that submits them. */
function Selects({ deckId, counts, view, mayEdit }: ItemsFiltersProps) {
  const t = useTranslations('items')
  const router = useRouter()
  const go = (changed: Partial<ItemsView>) =>
    router.push(itemsAddress(deckId, { ...view, ...changed, page: 0 }), { scroll: false })
  const types = Object.entries(counts.types) as [ItemType, number][]
  const tiers = (Object.entries(counts.tiers) as [Tier, number][]).sort()
  const kept = new URLSearchParams(queryOf({ show: view.show, since: view.since }))
  return (
    <form
      action={`/decks/${deckId}/items`}
      className="flex flex-wrap items-center gap-3 max-sm:grid max-sm:w-full max-sm:grid-cols-2"
    >
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="type"
        label={t('filter.type')}
        anyLabel={t('filter.anyType')}
        value={view.type}
        options={types.map(([type, count]) => [type, t('filter.option', { name: t(`type.${type}`), count })])}
        onChange={(type) => go({ type: type as ItemType | null })}
      />
      {mayEdit && tiers.length > 1 ? (
        <Select
          name="tier"
          label={t('filter.tier')}
          anyLabel={t('filter.anyTier')}
          value={view.tier}
          options={tiers.map(([tier, count]) => [tier, t('filter.option', { name: t(`row.tier.${tier}`), count })])}
          onChange={(tier) => go({ tier: tier as Tier | null })}
        />
      ) : null}
      <noscript>
        <Button type="submit" size="slim">
          {t('filter.show')}
        </Button>
      </noscript>
    </form>
  )
}

type SelectProps = {
  name: string
  label: string
  anyLabel: string
  value: string | null
  options: readonly (readonly [string, string])[]
  onChange: (value: string | null) => void
}

function Select({ name, label, anyLabel, value, options, onChange }: SelectProps) {
  return (
    <select
      name={name}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      className="min-h-11 min-w-0 max-w-full rounded-control border border-edge bg-surface px-3 text-label hover:border-ink focus-visible:rounded-control"
    >
      <option value="">{anyLabel}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  )
}

function Sections({ deckId, sections, page, view, onJump }: ItemsFiltersProps) {
  const t = useTranslations('items')
  return (
    <div className="min-w-0 flex-[1_1_16rem]">
      <Disclosure summary={t('sections.title', { count: sections.length })}>
        <ul className="max-h-[50dvh] columns-[16rem] gap-x-8 overflow-y-auto pb-3">
          {sections.map((section) => (
            <li key={section.first} className="break-inside-avoid">
              <Link
                href={`${itemsAddress(deckId, { ...view, page: section.page })}#fact-${section.first}`}
                prefetch={false}
                onClick={() => section.page === page && onJump(section.first)}
                className="flex min-h-11 items-center justify-between gap-4 text-label"
              >
                <span className="min-w-0 wrap-anywhere">{section.heading || t('sections.untitled')}</span>
                <span className="flex-none text-caption text-ink-muted no-underline">
                  {t('sections.items', { count: section.items })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
