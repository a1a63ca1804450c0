'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field, FormError, SubmitButton } from '@/components/ui/field'
import { type FormAction, type FormState, reasonText, UNSENT } from './form-state'
import { useFocusOnError } from './use-focus-on-error'

export function SignInForm({ action, from }: { action: FormAction; from: string }) {
  const t = useTranslations('people')
  const [state, send] = useActionState<FormState, FormData>(action, UNSENT)
  const bad = new Set(state.fields)
  return (
    <form ref={useFocusOnError(state)} action={send} className="grid gap-5" noValidate>
      <FormError>{reasonText(t, state)}</FormError>
      <input type="hidden" name="from" value={from} />
      <Field
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.kept.email}
        error={bad.has('email') ? t('error.email') : undefined}
      />
      <Field
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={bad.has('password') ? t('error.passwordEmpty') : undefined}
      />
      <SubmitButton pendingLabel={t('signIn.pending')}>{t('signIn.submit')}</SubmitButton>
    </form>
  )
}
