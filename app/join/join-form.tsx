'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Field, FormError, SubmitButton } from '@/components/ui/field'
import { CLASS_CODE_CHARACTERS, NAME_CHARACTERS } from '@/lib/core/shared/input-limits'
import { waitOf } from '@/lib/core/shared/rate-limits'
import { joinAction } from './actions'
import { ReturnForm } from './return/return-form'

type Props = { code: string; name: string; as: 'me' | 'other' | null }

/** The field of each refusal; the others are shown above the button. */
const FIELD = { 'no-such-code': 'code', 'class-ended': 'code', 'name-missing': 'name', 'name-taken': 'name' } as const

export function JoinForm({ code, name, as }: Props) {
  const t = useTranslations('class.join')
  const form = useActionForm(joinAction, null)
  const { state } = form
  const refusal = state?.refusal
  const field = refusal && refusal in FIELD ? FIELD[refusal as keyof typeof FIELD] : null
  const error = state ? t(`refusal.${state.refusal}`, waitOf(state.minutes)) : undefined
  const typedCode = state?.code ?? code
  return (
    <>
      <ActionForm form={form} className="grid max-w-[28rem] gap-5 pt-3">
        {as ? <input type="hidden" name="as" value={as} /> : null}
        <Field
          label={t('code')}
          name="code"
          hint={t('codeHint')}
          error={field === 'code' ? error : undefined}
          defaultValue={typedCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={CLASS_CODE_CHARACTERS}
          autoFocus={typedCode === ''}
        />
        <Field
          label={t('name')}
          name="name"
          hint={t('nameHint')}
          error={field === 'name' ? error : undefined}
          defaultValue={state?.name ?? name}
          autoComplete="name"
          maxLength={NAME_CHARACTERS}
          autoFocus={typedCode !== ''}
        />
        <FormError>{field === null ? error : null}</FormError>
        <div>
          <SubmitButton pendingLabel={t('joining')}>{t('submit')}</SubmitButton>
        </div>
      </ActionForm>
      {refusal === 'name-taken' ? (
        <div className="max-w-[28rem] pt-8">
          <ReturnForm code="" isPrimary={false} />
        </div>
      ) : null}
    </>
  )
}
