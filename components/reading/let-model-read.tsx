'use client'

import { useTranslations } from 'next-intl'
import { consentValue, type OfferedModel } from '../import/consent-value'
import { ActionForm, useActionForm } from '../ui/action-form'
import { FormError, SubmitButton } from '../ui/field'

/** `other-model`: another one was set up after the page was sent, so nothing was read. */
export type LetModelReadState = 'unsent' | 'other-model'
type LetModelReadAction = (before: LetModelReadState, form: FormData) => Promise<LetModelReadState>

type Props = { deckId: string; model: OfferedModel; action: LetModelReadAction }

/** Lets the model read a document that is there already. Says where the text goes, as the form of New document does. */
export function LetModelRead({ deckId, model, action }: Props) {
  const t = useTranslations('document.model')
  const form = useActionForm(action, 'unsent')
  const { name, host, where } = model
  return (
    <ActionForm form={form} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b py-4">
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="model" value={consentValue(model)} />
      <p className="measure min-w-0 text-label text-ink-muted">{t(`goes.${where}`, { name, host })}</p>
      <SubmitButton variant="secondary" size="slim" pendingLabel={t('starting')}>
        {t('let')}
      </SubmitButton>
      <FormError>{form.state === 'other-model' ? t('changed') : null}</FormError>
    </ActionForm>
  )
}
