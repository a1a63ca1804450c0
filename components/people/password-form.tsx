'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field, FormError, SubmitButton } from '@/components/ui/field'
import { PASSWORD_CHARACTERS } from '@/lib/core/shared/input-limits'
import { DoneNote } from './done-note'
import { type FormAction, type FormState, reasonText, UNSENT } from './form-state'
import { useFocusOnError } from './use-focus-on-error'

export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  const t = useTranslations('people')
  const [state, send] = useActionState<FormState, FormData>(action, UNSENT)
  const isShort = state.fields?.includes('next')
  return (
    <form ref={useFocusOnError(state)} action={send} className="grid gap-5" noValidate>
      <FormError>{reasonText(t, state)}</FormError>
      {/* For the browser's own store of passwords: which account this is. */}
      <input hidden readOnly name="email" autoComplete="username" value={email} />
      <Field label={t('account.current')} name="current" type="password" autoComplete="current-password" required />
      <Field
        label={t('account.next')}
        name="next"
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_CHARACTERS.min}
        required
        hint={t('signUp.passwordHint')}
        error={isShort ? t('error.password') : undefined}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="secondary" pendingLabel={t('account.changing')}>
          {t('account.change')}
        </SubmitButton>
        <DoneNote>{state.done ? t('account.changed') : null}</DoneNote>
      </div>
    </form>
  )
}
