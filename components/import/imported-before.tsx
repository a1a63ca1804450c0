'use client'

import { useSearchParams } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { tidyTitle } from '@/lib/core/document/normalise-text'
import { SubmitButton } from '../ui/field'
import { useOnChange } from '../ui/use-on-change'
import { IMPORTED_AGAIN } from './import-event'

type Props = {
  readonly deckId: string
  readonly title: string
  /** When the text was imported first. */
  readonly importedAt: Date
  /** Takes a form with the deck's id and the title. */
  readonly rename: (form: FormData) => Promise<void>
}

/** On a deck that opened because its text was imported again: says so, and offers the title that was typed this time. */
export function ImportedBefore({ deckId, title, importedAt, rename }: Props) {
  const t = useTranslations('deck.again')
  const format = useFormatter()
  const typed = useSearchParams().get(IMPORTED_AGAIN)
  const wanted = tidyTitle(typed ?? '')
  const isOther = wanted !== '' && wanted !== title
  const line = useRef<HTMLParagraphElement>(null)
  // The pressed button has gone.
  useOnChange(isOther, () => {
    if (!isOther) line.current?.focus()
  })
  if (typed === null) return null
  const date = format.dateTime(importedAt, { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <section
      aria-label={t('name')}
      className="flex min-h-15 flex-wrap items-center justify-between gap-x-5 gap-y-2 border-b py-2 text-label text-ink-muted"
    >
      <p ref={line} tabIndex={-1} className="measure min-w-0 wrap-anywhere focus:outline-0">
        {t('text', { date })} {isOther ? t('title', { title: wanted }) : null}
      </p>
      {isOther ? (
        <form action={rename}>
          <input type="hidden" name="deckId" value={deckId} />
          <input type="hidden" name="title" value={wanted} />
          <SubmitButton variant="secondary" size="slim" pendingLabel={t('renaming')}>
            {t('rename')}
          </SubmitButton>
        </form>
      ) : null}
    </section>
  )
}
