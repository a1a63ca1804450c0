'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Field, SubmitButton } from '@/components/ui/field'
import { RETURN_CODE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { returnAction } from '../actions'

/** Signs a learner in by their return code alone. */
export function ReturnForm({ code, isPrimary }: { code: string; isPrimary: boolean }) {
  const t = useTranslations('class.return')
  const form = useActionForm(returnAction, null)
  const { state } = form
  return (
    <ActionForm form={form} className="grid max-w-[28rem] gap-5">
      <Field
        label={t('code')}
        name="returnCode"
        hint={t('codeHint')}
        error={state ? t(`refusal.${state.refusal}`) : undefined}
        defaultValue={state?.code ?? code}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={RETURN_CODE_CHARACTERS}
        autoFocus={isPrimary}
      />
      <div>
        <SubmitButton variant={isPrimary ? 'primary' : 'secondary'} pendingLabel={t('submitting')}>
          {t('submit')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
