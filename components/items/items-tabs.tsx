'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ItemCounts, Shown } from '@/lib/core/item/filter-items'
import { itemsAddress } from './items-query'
import type { ItemsScreenProps } from './items-types'

type ItemsTabsProps = Pick<ItemsScreenProps, 'deckId' | 'view'> & { counts: ItemCounts; acceptAll: ReactNode }

const ALWAYS_SHOWN: readonly Shown[] = ['to-check', 'ready', 'rejected', 'all']
const SOMETIMES_SHOWN: readonly Shown[] = ['new', 'held']

/** Which items are listed, with *Accept all* at the end of the line. */
export function ItemsTabs({ deckId, view, counts, acceptAll }: ItemsTabsProps) {
  const t = useTranslations('items')
  const tabs = [...ALWAYS_SHOWN, ...SOMETIMES_SHOWN.filter((show) => view.show === show)]
  return (
    <div className="mb-3 flex items-center justify-between gap-x-4">
      <nav aria-label={t('filter.name')} className="scrollbar-none -ms-3 min-w-0 max-sm:-ms-2 overflow-x-auto">
        <ul className="flex">
          {tabs.map((show) => (
            <li key={show}>
              <Link
                href={itemsAddress(deckId, { show, since: view.since })}
                scroll={false}
                prefetch={false}
                aria-current={view.show === show ? 'true' : undefined}
                className={clsx(
                  'inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap px-3 text-label max-sm:px-2 no-underline hover:text-ink focus-visible:-outline-offset-3',
                  view.show === show ? 'font-semibold text-ink shadow-[inset_0_-2px_0_var(--ink)]' : 'text-ink-muted',
                )}
              >
                {t(`shown.${show}`)} <span>{counts[show]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {acceptAll}
    </div>
  )
}
