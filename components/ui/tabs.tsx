'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Tab = { href: string; label: string; count?: ReactNode }

/** Tabs as links; the current one has `aria-current`. */
export function LinkTabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} className="scrollbar-none overflow-x-auto border-b">
      <ul className="flex gap-2 max-sm:gap-0">
        {tabs.map((tab) => {
          const here = tab.href.split('?')[0] === pathname
          return (
            <li key={tab.href} className="first:-ms-3">
              <Link
                href={tab.href}
                aria-current={here ? 'page' : undefined}
                className={clsx(
                  'inline-flex min-h-12 items-center whitespace-nowrap px-3 no-underline focus-visible:-outline-offset-3 max-sm:text-label',
                  here
                    ? 'font-semibold text-ink shadow-[inset_0_-3px_0_var(--accent)]'
                    : 'font-[500] text-ink-muted hover:text-ink',
                )}
              >
                {tab.label}
                {tab.count}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
