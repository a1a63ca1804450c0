'use client'

import { useTranslations } from 'next-intl'
import { ReturnCodeCard } from '@/components/classroom/return-code-card'
import { ActionForm, useActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field, FormError, SubmitButton } from '@/components/ui/field'
import { NAME_CHARACTERS } from '@/lib/core/shared/input-limits'
import { type ManageState, removeAction, renameAction, resetAction } from './actions'

type Who = { classId: string; learnerId: string; name: string; mayReset: boolean }

/** Renames a learner, resets their return code or removes them. Native disclosures work without scripts. */
export function ManageLearner(who: Who) {
  const t = useTranslations('class.roster')
  const rename = useActionForm(renameAction, null)
  const reset = useActionForm(resetAction, null)
  const renamed = rename.state
  const isOpen = renamed !== null || reset.state !== null
  return (
    <Disclosure summary={<ManageSummary name={who.name} />} open={isOpen}>
      <div className="grid max-w-[28rem] gap-6 py-3">
        <ActionForm form={rename} className="grid gap-3">
          <WhoFields {...who} />
          <Field
            key={who.name}
            label={t('newName')}
            name="name"
            defaultValue={refusedName(renamed) ?? who.name}
            maxLength={NAME_CHARACTERS}
            autoComplete="off"
            error={renamed?.kind === 'rejected' ? <Refusal state={renamed} /> : undefined}
            hint={renamed?.kind === 'renamed' ? t('renamed') : undefined}
          />
          <div>
            <SubmitButton variant="secondary" size="slim">
              {t('rename')}
            </SubmitButton>
          </div>
        </ActionForm>
        <ResetEntry {...who} form={reset} />
        <Disclosure summary={t('remove')}>
          <form action={removeAction} className="grid gap-3">
            <WhoFields {...who} />
            <p className="text-label text-ink-muted">{t('removeBody', { name: who.name })}</p>
            <div>
              <SubmitButton variant="secondary" size="slim">
                {t('removeSure', { name: who.name })}
              </SubmitButton>
            </div>
          </form>
        </Disclosure>
      </div>
    </Disclosure>
  )
}

function ManageSummary({ name }: { name: string }) {
  const t = useTranslations('class.roster')
  return (
    <>
      <span className="sr-only">{t('manage', { name })}</span>
      <span aria-hidden="true" className="text-label">
        {t('manageShort')}
      </span>
    </>
  )
}

type ResetProps = Who & { form: ReturnType<typeof useActionForm<ManageState>> }

function ResetEntry({ form, ...who }: ResetProps) {
  const t = useTranslations('class.roster')
  const { state } = form
  if (!who.mayReset) return <p className="text-label text-ink-muted">{t('resetOwn')}</p>
  return (
    <ActionForm form={form} className="grid gap-3">
      <WhoFields {...who} />
      <p className="text-label text-ink-muted">{t('resetBody')}</p>
      <div>
        <SubmitButton variant="secondary" size="slim">
          {t('reset')}
        </SubmitButton>
      </div>
      <FormError>{state?.kind === 'rejected' ? <Refusal state={state} /> : null}</FormError>
      <div role="status">
        {state?.kind === 'reset' ? (
          <div className="grid gap-3">
            <p>{t('resetDone', { name: state.name })}</p>
            <ReturnCodeCard code={state.returnCode} qr={state.qr} />
          </div>
        ) : null}
      </div>
    </ActionForm>
  )
}

function WhoFields({ classId, learnerId }: Who) {
  return (
    <>
      <input type="hidden" name="classId" value={classId} />
      <input type="hidden" name="learnerId" value={learnerId} />
    </>
  )
}

function Refusal({ state }: { state: ManageState }) {
  const t = useTranslations('class.refusal')
  return state?.kind === 'rejected' ? t(state.reason) : null
}

function refusedName(state: ManageState): string | undefined {
  return state?.kind === 'rejected' ? state.name : undefined
}
