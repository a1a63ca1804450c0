'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useShortcut } from './use-shortcut'

const PLACES = [
  { place: 'today', href: '/' },
  { place: 'decks', href: '/decks' },
  { place: 'classes', href: '/classes' },
  { place: 'statistics', href: '/statistics' },
] as const

export type Place = (typeof PLACES)[number]['place']

export function MainNav({ current }: { current?: Place }) {
  const t = useTranslations('common')
  const pathname = usePathname()
  const here = current ?? placeOf(pathname)
  return (
    <nav aria-label={t('masthead.main')}>
      <ul className="flex gap-1 max-[26rem]:gap-0">
        {PLACES.map(({ place, href }) => (
          // On a narrow screen four links do not fit: there the account menu has this one.
          <li key={place} className={place === 'statistics' ? 'max-wide:hidden' : undefined}>
            <Link
              href={href}
              aria-current={here === place ? 'page' : undefined}
              className={clsx(
                'inline-flex min-h-11 items-center px-3 text-label font-[500] no-underline max-sm:px-2 max-[26rem]:px-1',
                here === place ? 'text-ink shadow-[inset_0_-2px_0_var(--accent)]' : 'text-ink-muted hover:text-ink',
              )}
            >
              {t(`masthead.${place}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function placeOf(pathname: string): Place | undefined {
  if (pathname === '/') return 'today'
  if (/^\/(decks|documents|quizzes|attempts|study)(\/|$)/.test(pathname)) return 'decks'
  if (/^\/classes(\/|$)/.test(pathname)) return 'classes'
  if (/^\/statistics(\/|$)/.test(pathname)) return 'statistics'
  return undefined
}

/** Opens the search, by its key too. On a screen with a search field the key focuses that field. */
export function SearchLink() {
  const t = useTranslations('common')
  const router = useRouter()
  useShortcut('/', () => {
    const field = document.querySelector<HTMLInputElement>('[data-search-field]')
    if (!field) return router.push('/search')
    field.focus()
    field.select()
  })
  return (
    <Link
      href="/search"
      aria-label={t('masthead.search')}
      data-search=""
      className="inline-grid size-11 place-items-center rounded-control text-ink-muted no-underline hover:text-ink max-[23rem]:hidden"
    >
      <Search aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </Link>
  )
}
