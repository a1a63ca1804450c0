'use client'

import { useTranslations } from 'next-intl'
import { Kbd } from '../ui/kbd'
import type { ReviewFact } from './review-types'

type ItemsPlaceProps = { groups: readonly ReviewFact[]; fact: ReviewFact | undefined; mayEdit: boolean }

/** Which fact is at hand, and the keys. */
export function ItemsPlace({ groups, fact, mayEdit }: ItemsPlaceProps) {
  const t = useTranslations('items')
  return (
    <div className="flex items-center justify-between gap-x-5 text-label">
      <p className="flex min-w-0 gap-x-[0.3em] text-ink-muted">
        {fact ? <Where groups={groups} fact={fact} /> : t('filter.none')}
      </p>
      <KeyHints mayEdit={mayEdit} />
    </div>
  )
}

function Where({ groups, fact }: { groups: readonly ReviewFact[]; fact: ReviewFact }) {
  const t = useTranslations('items')
  if (fact.statement === '') return <span className="truncate">{fact.heading}</span>
  const together = groups.filter(({ heading, statement }) => heading === fact.heading && statement !== '')
  const at = together.indexOf(fact) + 1
  return (
    <>
      <span className="flex-none">{t('where', { at, total: together.length })}</span>
      {fact.heading ? <span className="truncate">{t('whereIn', { heading: fact.heading })}</span> : null}
    </>
  )
}

function KeyHints({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('items.keys')
  const hints = [
    { keys: ['A'], does: t('accept'), author: true },
    { keys: ['E'], does: t('edit'), author: true },
    { keys: ['X'], does: t('reject'), author: true },
    { keys: ['J', 'K'], does: t('move'), author: false },
  ]
  return (
    <p
      aria-hidden="true"
      className="flex flex-none gap-x-4 text-caption text-ink-muted in-data-[single-keys=off]:hidden max-sm:hidden [@media(hover:none)]:hidden"
    >
      {hints
        .filter(({ author }) => mayEdit || !author)
        .map(({ keys, does }) => (
          <span key={does} className="inline-flex items-center gap-2">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {does}
          </span>
        ))}
    </p>
  )
}
