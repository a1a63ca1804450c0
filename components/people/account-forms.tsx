'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { DoneNote, Field, FormError, SelectField, SubmitButton } from '@/components/ui/field'
import { DUE_PER_DAY_RANGE, NAME_CHARACTERS, NEW_PER_DAY_RANGE } from '@/lib/core/shared/input-limits'
import { type FormAction, reasonText, UNSENT } from './form-state'
import { NewPasswordField } from './sign-in-forms'
import { useFocusOnError } from './use-focus-on-error'

type SettingsValues = Readonly<Record<SettingName, string>>
type SettingName =
  | 'name'
  | 'theme'
  | 'singleKeys'
  | 'timeZone'
  | 'dayStartHour'
  | 'desiredRetention'
  | 'newPerDay'
  | 'duePerDay'
type Choice = { readonly value: string; readonly label: string }

type SettingsFormProps = {
  action: FormAction
  values: SettingsValues
  isGuest: boolean
  /** Labels come from the server, as browsers lack the data of some languages. */
  hours: readonly Choice[]
  shares: readonly Choice[]
  timeZones: readonly string[]
}

export function SettingsForm({ action, values, isGuest, hours, shares, timeZones }: SettingsFormProps) {
  const t = useTranslations('people')
  const form = useActionForm(action, UNSENT)
  const { state } = form
  const bad = new Set(state.fields)
  const kept = { ...values, ...state.kept }
  const field = (name: SettingName) => ({ name, defaultValue: kept[name] })
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`account.themes.${value}`) }))
  const onOff = (['on', 'off'] as const).map((value) => ({ value, label: t(`account.singleKeysValues.${value}`) }))
  return (
    <ActionForm form={form} ref={useFocusOnError(state)} className="grid gap-5" noValidate>
      <FormError>{reasonText(t, state)}</FormError>
      <Setting
        {...field('name')}
        label={t('account.name')}
        hint={isGuest ? t('account.guestName') : undefined}
        error={bad.has('name') ? t('error.name') : undefined}
      />
      <Choices {...field('theme')} label={t('account.theme')} choices={themes} />
      <Choices
        {...field('singleKeys')}
        label={t('account.singleKeys')}
        hint={t('account.singleKeysHint')}
        choices={onOff}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Setting {...field('newPerDay')} label={t('account.newPerDay')} number={NEW_PER_DAY_RANGE} />
        <Setting {...field('duePerDay')} label={t('account.duePerDay')} number={DUE_PER_DAY_RANGE} />
      </div>
      <Choices
        {...field('desiredRetention')}
        label={t('account.retention')}
        hint={t('account.retentionHint')}
        choices={shares}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Choices
          {...field('timeZone')}
          label={t('account.timeZone')}
          choices={timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        />
        <Choices
          {...field('dayStartHour')}
          label={t('account.dayStart')}
          hint={t('account.dayStartHint')}
          choices={hours}
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel={t('account.saving')}>{t('account.save')}</SubmitButton>
        <DoneNote>{state.done ? t('account.saved') : null}</DoneNote>
      </div>
    </ActionForm>
  )
}

type Parts = { name: string; defaultValue: string; label: ReactNode; hint?: ReactNode; error?: ReactNode }

function Setting({ number, ...parts }: Parts & { number?: { readonly min: number; readonly max: number } }) {
  const range = number
    ? { type: 'number', inputMode: 'numeric' as const, ...number, step: 1 }
    : { maxLength: NAME_CHARACTERS }
  return <Field autoComplete={number ? 'off' : 'name'} {...range} {...parts} />
}

function Choices({ choices, ...parts }: Parts & { choices: readonly Choice[] }) {
  return (
    // React resets a select to its first value after the form's action; a new key keeps the choice.
    <SelectField key={parts.defaultValue} {...parts}>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}

export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  const t = useTranslations('people')
  const form = useActionForm(action, UNSENT)
  const { state } = form
  return (
    <ActionForm form={form} ref={useFocusOnError(state)} className="grid gap-5" noValidate>
      <FormError>{reasonText(t, state)}</FormError>
      {/* Tells the browser's password manager which account this is. */}
      <input hidden readOnly name="email" autoComplete="username" value={email} />
      <Field label={t('account.current')} name="current" type="password" autoComplete="current-password" required />
      <NewPasswordField label={t('account.next')} name="next" state={state} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="secondary" pendingLabel={t('account.changing')}>
          {t('account.change')}
        </SubmitButton>
        <DoneNote>{state.done ? t('account.changed') : null}</DoneNote>
      </div>
    </ActionForm>
  )
}

export function DeleteForm({ action }: { action: FormAction }) {
  const t = useTranslations('people')
  const form = useActionForm(action, UNSENT)
  const { state } = form
  const word = t('account.deleteWord')
  return (
    <ActionForm form={form} ref={useFocusOnError(state)} className="grid justify-items-start gap-4" noValidate>
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
    </ActionForm>
  )
}

/** The result of fitting; null before the first request. */
export type FitWeightsNote = 'better' | 'no-better' | 'too-few' | 'unavailable' | 'busy' | 'too-slow' | 'failed' | null
type FitWeightsAction = (before: FitWeightsNote, form: FormData) => Promise<FitWeightsNote>

export function FitWeightsForm({ action, isAgain }: { action: FitWeightsAction; isAgain: boolean }) {
  const t = useTranslations('people')
  const form = useActionForm<FitWeightsNote>(action, null)
  const note = form.state
  const ended = note === 'better' || note === 'no-better'
  return (
    <ActionForm form={form} className="grid gap-4">
      <FormError>{note && !ended ? t(`weights.note.${note}`) : undefined}</FormError>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="secondary" pendingLabel={t('weights.pending')}>
          {t(isAgain ? 'weights.again' : 'weights.fit')}
        </SubmitButton>
        {/* Rendered before its text, so that screen readers read it. */}
        <span role="status">
          {note === 'better' ? <Badge kind="correct">{t('weights.note.better')}</Badge> : null}
          {note === 'no-better' ? t('weights.note.no-better') : null}
        </span>
      </div>
    </ActionForm>
  )
}
