'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Field, FormError, SubmitButton } from '@/components/ui/field'
import { NAME_CHARACTERS, PASSWORD_CHARACTERS } from '@/lib/core/shared/input-limits'
import { type FormAction, type FormState, reasonText, UNSENT } from './form-state'
import { useFocusOnError } from './use-focus-on-error'

export function SignInForm({ action, from }: { action: FormAction; from: string }) {
  const t = useTranslations('people')
  const form = useActionForm(action, UNSENT)
  const { state } = form
  const bad = new Set(state.fields)
  return (
    <ActionForm form={form} ref={useFocusOnError(state)} className="grid gap-5" noValidate>
      <FormError>{reasonText(t, state)}</FormError>
      <input type="hidden" name="from" value={from} />
      <EmailField state={state} />
      <Field
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={bad.has('password') ? t('error.passwordEmpty') : undefined}
      />
      <SubmitButton pendingLabel={t('signIn.pending')}>{t('signIn.submit')}</SubmitButton>
    </ActionForm>
  )
}

export function SignUpForm({ action, from, name }: { action: FormAction; from: string; name: string }) {
  const t = useTranslations('people')
  const form = useActionForm(action, UNSENT)
  const { state } = form
  const bad = new Set(state.fields)
  return (
    <ActionForm form={form} ref={useFocusOnError(state)} className="grid gap-5" noValidate>
      <FormError>{reasonText(t, state)}</FormError>
      <input type="hidden" name="from" value={from} />
      <Field
        label={t('signUp.name')}
        name="name"
        autoComplete="name"
        maxLength={NAME_CHARACTERS}
        required
        hint={t('signUp.nameHint')}
        defaultValue={state.kept.name ?? name}
        error={bad.has('name') ? t('error.name') : undefined}
      />
      <EmailField state={state} />
      <NewPasswordField label={t('signIn.password')} name="password" state={state} />
      <SubmitButton pendingLabel={t('signUp.pending')}>{t('signUp.submit')}</SubmitButton>
    </ActionForm>
  )
}

function EmailField({ state }: { state: FormState }) {
  const t = useTranslations('people')
  return (
    <Field
      label={t('signIn.email')}
      name="email"
      type="email"
      autoComplete="username"
      required
      defaultValue={state.kept.email}
      error={state.fields?.includes('email') ? t('error.email') : undefined}
    />
  )
}

export function NewPasswordField({ label, name, state }: { label: string; name: string; state: FormState }) {
  const t = useTranslations('people')
  return (
    <Field
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      minLength={PASSWORD_CHARACTERS.min}
      required
      hint={t('signUp.passwordHint')}
      error={state.fields?.includes(name) ? t('error.password') : undefined}
    />
  )
}
