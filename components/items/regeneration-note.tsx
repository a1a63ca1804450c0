import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { itemsAddress } from './items-query'
import type { RegenerationCounts, RowCounts } from './regeneration-counts'

type RegenerationNoteProps = { deckId: string; told: RegenerationCounts; since: string | null }

/** What a better engine made of the deck, in numbers, with the way to what is new and to what is held. */
export function RegenerationNote({ deckId, told: { facts, items }, since }: RegenerationNoteProps) {
  const t = useTranslations('items.regenerate')
  return (
    <section aria-labelledby="renewed" className="border-b py-4">
      <h2 id="renewed" className="text-body">
        {t('done')}
      </h2>
      <div className="measure text-label text-ink-muted">
        <Line of="facts" counts={facts} />
        <Line of="items" counts={items} />
        {items.held > 0 ? <p>{t('held', { items: items.held })}</p> : null}
      </div>
      <p className="flex flex-wrap gap-x-6 text-label">
        {since && items.fresh > 0 ? (
          <Way href={itemsAddress(deckId, { show: 'new', since })}>{t('new', { fresh: items.fresh })}</Way>
        ) : null}
        {items.held > 0 ? <Way href={itemsAddress(deckId, { show: 'held' })}>{t('lookHeld')}</Way> : null}
      </p>
    </section>
  )
}

const PARTS = ['fresh', 'changed', 'kept', 'gone'] as const

/** Only what there is any of. */
function Line({ of, counts }: { of: 'facts' | 'items'; counts: RowCounts }) {
  const t = useTranslations(`items.regenerate.${of}`)
  const format = useFormatter()
  const parts = PARTS.filter((part) => counts[part] > 0).map((part) => t(part, { count: counts[part] }))
  return parts.length > 0 ? <p>{t('line', { parts: format.list(parts) })}</p> : null
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline">
      {children}
    </Link>
  )
}
