import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { itemsAddress } from './items-view'
import type { RenewalTold } from './renewal-told'

type RenewalNoteProps = { deckId: string; told: RenewalTold; since: string | null }

/** What a better engine made of the deck, in numbers, with the way to what is new and to what was left. */
export function RenewalNote({ deckId, told: { facts, items }, since }: RenewalNoteProps) {
  const t = useTranslations('items.renew')
  return (
    <section aria-labelledby="renewed" className="border-b py-4">
      <h2 id="renewed" className="text-body">
        {t('done')}
      </h2>
      <p className="measure text-label text-ink-muted">
        {t('facts', numbersOf(facts))} {t('items', numbersOf(items))}
        {items.held > 0 ? ` ${t('held', { items: items.held })}` : null}
      </p>
      <p className="flex flex-wrap gap-x-6 text-label">
        {since && items.fresh > 0 ? (
          <Way href={itemsAddress(deckId, { show: 'new', since })}>{t('new', { fresh: items.fresh })}</Way>
        ) : null}
        {items.held > 0 ? <Way href={itemsAddress(deckId, { show: 'left' })}>{t('left')}</Way> : null}
      </p>
    </section>
  )
}

const numbersOf = ({ fresh, changed, kept, gone }: RenewalTold['facts']) => ({ fresh, changed, kept, gone })

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline">
      {children}
    </Link>
  )
}
