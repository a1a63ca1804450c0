'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { FormError, SubmitButton } from '@/components/ui/field'

/** What came of fitting; null: nothing was asked yet. */
export type FittingNote = 'better' | 'no-better' | 'too-few' | 'unavailable' | 'busy' | 'too-slow' | 'failed' | null
type FittingAction = (before: FittingNote, form: FormData) => Promise<FittingNote>

export function FittingForm({ action, isAgain }: { action: FittingAction; isAgain: boolean }) {
  const t = useTranslations('people')
  const [note, send] = useActionState<FittingNote, FormData>(action, null)
  const ended = note === 'better' || note === 'no-better'
  return (
    <form action={send} className="grid gap-4">
      <FormError>{note && !ended ? t(`fitting.note.${note}`) : undefined}</FormError>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="secondary" pendingLabel={t('fitting.fitting')}>
          {t(isAgain ? 'fitting.again' : 'fitting.fit')}
        </SubmitButton>
        {/* There before the words are, so that they are read out. */}
        <span role="status">
          {note === 'better' ? <Badge kind="correct">{t('fitting.note.better')}</Badge> : null}
          {note === 'no-better' ? t('fitting.note.no-better') : null}
        </span>
      </div>
    </form>
  )
}
