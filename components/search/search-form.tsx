import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SEARCH_CHARACTERS } from '@/lib/core/shared/input-limits'
import { buttonClass } from '../ui/button'

/** A plain GET form. The key `/` focuses its field. */
export function SearchForm({ words = '', slim = false }: { words?: string; slim?: boolean }) {
  const t = useTranslations('search')
  return (
    <search>
      <form action="/search" className={slim ? 'flex max-w-[28rem] gap-2' : 'flex max-w-[47rem] gap-3 max-sm:gap-2'}>
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden="true"
            strokeWidth={1.75}
            className="pointer-events-none absolute start-3 top-1/2 size-5 -translate-y-1/2 text-ink-muted"
          />
          <input
            type="search"
            name="q"
            defaultValue={words}
            // A new search needs a new field, because `defaultValue` is read once.
            key={words}
            aria-label={t('field')}
            placeholder={t('field')}
            maxLength={SEARCH_CHARACTERS.field}
            autoComplete="off"
            enterKeyHint="search"
            data-search-field=""
            className="min-h-12 w-full rounded-control border border-edge bg-surface ps-10 pe-3 text-ellipsis placeholder:text-ink-muted hover:border-ink focus-visible:rounded-control focus-visible:outline-offset-1"
          />
        </div>
        <button type="submit" className={buttonClass(slim ? 'secondary' : 'primary')}>
          {t('press')}
        </button>
      </form>
    </search>
  )
}
