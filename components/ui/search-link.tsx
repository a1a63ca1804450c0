'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useShortcut } from './use-shortcut'

/** In the bar: the way to search, and its key. On a screen with a field of its own the key goes there. */
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
