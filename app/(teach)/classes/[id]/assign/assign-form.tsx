'use client'

import { useTranslations } from 'next-intl'
import { DEFAULT_QUESTION_COUNT } from '@/components/quiz/question-counts'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Field, FormError, SelectField, SubmitButton } from '@/components/ui/field'
import { OptionRow } from '@/components/ui/option-row'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import { assignAction } from './actions'

type Props = {
  classId: string
  decks: readonly { readonly id: string; readonly title: string }[]
  chosen: string | null
}

/** CSS shows the fields of a quiz only while *quiz* is chosen, so that the form needs no script. */
export function AssignForm({ classId, decks, chosen }: Props) {
  const t = useTranslations('class')
  const form = useActionForm(assignAction, null)
  const { state } = form
  const typed = state?.typed
  return (
    <ActionForm form={form} className="group/assign grid max-w-[34rem] gap-6 pt-4">
      <input type="hidden" name="classId" value={classId} />
      <SelectField
        label={t('assign.deck')}
        name="deckId"
        hint={t('assign.deckHint')}
        defaultValue={typed?.deckId ?? chosen ?? decks[0]?.id}
      >
        {decks.map((deck) => (
          <option key={deck.id} value={deck.id}>
            {deck.title}
          </option>
        ))}
      </SelectField>
      <fieldset className="grid gap-3">
        <legend className="pb-1.5 text-label font-[500]">{t('assign.kind')}</legend>
        {(['study', 'quiz'] as const).map((kind) => (
          <OptionRow
            key={kind}
            type="radio"
            name="kind"
            value={kind}
            label={t(`assign.${kind}`)}
            defaultChecked={(typed?.kind ?? 'study') === kind}
          />
        ))}
      </fieldset>
      <div className="hidden gap-6 group-has-[[value=quiz]:checked]/assign:grid">
        <Field
          label={t('assign.count')}
          name="count"
          type="number"
          min={1}
          max={QUESTIONS_PER_QUIZ}
          defaultValue={typed?.count ?? DEFAULT_QUESTION_COUNT}
          inputMode="numeric"
        />
        <SelectField label={t('assign.mode')} name="mode" defaultValue={typed?.mode ?? 'practice'}>
          <option value="practice">{t('assign.practice')}</option>
          <option value="test">{t('assign.test')}</option>
        </SelectField>
      </div>
      <Field label={t('assign.due')} name="due" type="date" defaultValue={typed?.due ?? ''} />
      <FormError>{state ? t(`refusal.${state.refusal}`) : null}</FormError>
      <div>
        <SubmitButton pendingLabel={t('assign.submitting')}>{t('assign.submit')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
