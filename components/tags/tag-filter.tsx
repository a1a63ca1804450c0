import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Links to the decks with each of the learner's tags; nothing if there are no tags. */
export function TagFilter({ tags, chosen }: { tags: readonly string[]; chosen: string | null }) {
  const t = useTranslations('deck.tags')
  if (tags.length === 0) return null
  const places = [{ name: t('all'), href: '/decks', here: chosen === null }].concat(
    tags.map((name) => ({ name, href: decksAddress(name), here: name === chosen })),
  )
  return (
    <nav aria-label={t('filter')} className="-mx-3">
      <ul className="flex flex-wrap">
        {places.map(({ name, href, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className={clsx(
                'inline-flex min-h-11 items-center rounded-control px-3 text-label no-underline wrap-anywhere hover:text-ink focus-visible:-outline-offset-3',
                here ? 'font-semibold text-ink underline! decoration-accent! decoration-2!' : 'text-ink-muted',
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A page of the list of decks: of all decks, or of those with a tag. */
export function decksAddress(tag: string | null, page = 1): string {
  const query = new URLSearchParams()
  if (tag) query.set('tag', tag)
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written ? `/decks?${written}` : '/decks'
}
