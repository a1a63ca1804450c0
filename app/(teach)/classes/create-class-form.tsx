'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Field, SubmitButton } from '@/components/ui/field'
import { NAME_CHARACTERS } from '@/lib/core/shared/input-limits'
import { createClassAction } from './actions'

export function CreateClassForm({ focused }: { focused: boolean }) {
  const t = useTranslations('class')
  const form = useActionForm(createClassAction, null)
  const { state } = form
  return (
    <ActionForm form={form} className="grid max-w-[28rem] gap-4 pt-4 pb-8">
      <Field
        label={t('list.name')}
        name="name"
        hint={t('list.nameHint')}
        error={state ? t(`refusal.${state.refusal}`) : undefined}
        defaultValue={state?.name ?? ''}
        maxLength={NAME_CHARACTERS}
        autoComplete="off"
        autoFocus={focused}
      />
      <div>
        <SubmitButton pendingLabel={t('list.creating')}>{t('list.create')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
