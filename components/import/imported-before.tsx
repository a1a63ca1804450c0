'use client'

import { useSearchParams } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { tidyTitle } from '@/lib/core/document/normalise-text'
import type { Depth } from '@/lib/core/generation/depth'
import type { SettingsState } from '../items/deck-settings'
import { ActionForm, useActionForm } from '../ui/action-form'
import { FormError, SubmitButton } from '../ui/field'
import { useOnChange } from '../ui/use-on-change'
import { DEPTHS } from './depth-radios'
import { IMPORTED_AGAIN } from './import-event'

type Props = {
  readonly deckId: string
  readonly title: string
  readonly depth: Depth
  /** When the text was imported first. */
  readonly importedAt: Date
  /** Takes a form with the deck's id and the title. */
  readonly rename: (before: SettingsState, form: FormData) => Promise<SettingsState>
}

/** On a deck that opened because its text was imported again: says what began, and what was asked for this time and not taken. */
export function ImportedBefore({ deckId, title, depth, importedAt, rename }: Props) {
  const t = useTranslations('deck.again')
  const format = useFormatter()
  const query = useSearchParams()
  const typed = query.get(IMPORTED_AGAIN.title)
  const begun = query.get(IMPORTED_AGAIN.begun) ?? 'nothing'
  const otherDepth = DEPTHS.find((known) => known !== depth && known === query.get(IMPORTED_AGAIN.depth))
  const wanted = tidyTitle(typed ?? '')
  const isOther = wanted !== '' && wanted !== title
  const form = useActionForm(rename, { kind: 'unsent' })
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
        {t('text', { date, begun })} {isOther ? t('title', { title: wanted }) : null}{' '}
        {otherDepth ? t('depth', { depth: otherDepth }) : null}
      </p>
      {isOther ? (
        <ActionForm form={form}>
          <input type="hidden" name="deckId" value={deckId} />
          <input type="hidden" name="title" value={wanted} />
          <SubmitButton variant="secondary" size="slim" pendingLabel={t('renaming')}>
            {t('rename')}
          </SubmitButton>
          <FormError>{form.state.kind === 'gone' ? t('gone') : null}</FormError>
        </ActionForm>
      ) : null}
    </section>
  )
}
