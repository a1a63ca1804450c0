'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field, SubmitButton } from '@/components/ui/field'
import { type FormAction, type FormState, UNSENT } from './form-state'
import { useFocusOnError } from './use-focus-on-error'

export function DeleteForm({ action }: { action: FormAction }) {
  const t = useTranslations('people')
  const [state, send] = useActionState<FormState, FormData>(action, UNSENT)
  const word = t('account.deleteWord')
  return (
    <form ref={useFocusOnError(state)} action={send} className="grid justify-items-start gap-4" noValidate>
      <Field
        label={t('account.confirm', { word })}
        name="confirm"
        autoComplete="off"
        spellCheck={false}
        defaultValue={state.kept.confirm}
        error={state.fields ? t('account.confirmError', { word }) : undefined}
      />
      <SubmitButton variant="secondary" pendingLabel={t('account.deleting')}>
        {t('account.delete')}
      </SubmitButton>
    </form>
  )
}
