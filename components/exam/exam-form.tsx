'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, useActionForm } from '../ui/action-form'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { DoneNote, Field, FormError, SelectField, SubmitButton } from '../ui/field'

const UNSENT: ExamState = { kind: 'unsent' }
const DAY_REASONS: readonly ExamState['kind'][] = ['past', 'too-far', 'unread']

type Props = {
  deckId: string
  /** The present setting; null: no date yet. */
  exam: { readonly date: string; readonly target: number } | null
  /** First and last day that may be chosen. */
  days: { readonly first: string; readonly last: string }
  targets: readonly { readonly value: string; readonly label: string }[]
  defaultTarget: number
  action: ExamAction
}

/** One form with two buttons, so that it works the same without scripts. */
export function ExamForm({ deckId, exam, days, targets, defaultTarget, action }: Props) {
  const t = useTranslations('exam.form')
  const form = useActionForm(action, UNSENT)
  const { state } = form
  const dayError = DAY_REASONS.includes(state.kind) ? t(state.kind as 'past') : undefined
  const target = String(exam?.target ?? defaultTarget)
  return (
    <>
      <Disclosure summary={exam ? t('change') : t('set')} open={dayError !== undefined}>
        <ActionForm form={form} className="grid max-w-xl gap-4 pt-2 pb-4" noValidate>
          <input type="hidden" name="deckId" value={deckId} />
          <FormError>{state.kind === 'no-such-deck' ? t('no-such-deck') : null}</FormError>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              key={exam?.date}
              type="date"
              name="day"
              label={t('day')}
              min={days.first}
              max={days.last}
              defaultValue={exam?.date}
              error={dayError}
              required
            />
            <SelectField key={target} name="target" label={t('target')} hint={t('targetHint')} defaultValue={target}>
              {targets.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton variant="secondary" size="slim" pendingLabel={t('saving')}>
              {t('save')}
            </SubmitButton>
            {exam ? (
              <Button type="submit" name="remove" value="1" variant="bare" size="slim">
                {t('remove')}
              </Button>
            ) : null}
          </div>
        </ActionForm>
      </Disclosure>
      <DoneNote>{state.kind === 'set' ? t('saved') : state.kind === 'removed' ? t('removed') : null}</DoneNote>
    </>
  )
}

export type ExamState = {
  readonly kind: 'unsent' | 'set' | 'removed' | 'past' | 'too-far' | 'unread' | 'no-such-deck'
}
type ExamAction = (before: ExamState, form: FormData) => Promise<ExamState>
