'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentType, type MouseEvent, useState } from 'react'
import type { AccountMenuPopupProps } from './account-menu-popup'
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
    <nav aria-label={t('siteHeader.main')}>
      <ul className="flex gap-1 max-[26rem]:gap-0">
        {PLACES.map(({ place, href }) => (
          // Four links do not fit on a narrow screen, where this one is in the account menu.
          <li key={place} className={place === 'statistics' ? 'max-wide:hidden' : undefined}>
            <Link
              href={href}
              aria-current={here === place ? 'page' : undefined}
              className={clsx(
                'inline-flex min-h-11 items-center px-3 text-label font-[500] no-underline max-sm:px-2 max-[26rem]:px-1',
                here === place ? 'text-ink shadow-[inset_0_-2px_0_var(--accent)]' : 'text-ink-muted hover:text-ink',
              )}
            >
              {t(`siteHeader.${place}`)}
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

/** A link to the search page, also by the key `/`. On a page with a search field the key focuses that field. */
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
      aria-label={t('siteHeader.search')}
      data-search=""
      className="inline-grid size-11 place-items-center rounded-control text-ink-muted no-underline hover:text-ink max-[23rem]:hidden"
    >
      <Search aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </Link>
  )
}

const ACCOUNT_CLASS =
  'inline-flex min-h-11 items-center rounded-control px-3 text-label font-[500] text-ink-muted no-underline hover:text-ink data-popup-open:text-ink max-sm:px-2 max-[26rem]:px-1'

const loadAccountMenu = () => import('./account-menu-popup')

/**
 * Before scripts run, this is a link to the account page, which has all entries of the menu. The menu is a tenth of a
 * page's scripts, so it is loaded when the link is hovered or focused.
 */
export function AccountMenu(props: Omit<AccountMenuPopupProps, 'className'>) {
  const t = useTranslations('common')
  const [Popup, setPopup] = useState<ComponentType<AccountMenuPopupProps> | null>(null)
  const open = async (event: MouseEvent) => {
    event.preventDefault()
    const { AccountMenuPopup } = await loadAccountMenu()
    setPopup(() => AccountMenuPopup)
  }
  if (Popup) return <Popup {...props} className={ACCOUNT_CLASS} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: with scripts a button, without them a link.
    <a
      href="/account"
      role="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={open}
      onPointerEnter={loadAccountMenu}
      onFocus={loadAccountMenu}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'ArrowDown') {
          event.preventDefault()
          event.currentTarget.click()
        }
      }}
      className={ACCOUNT_CLASS}
    >
      {t('siteHeader.account')}
    </a>
  )
}
