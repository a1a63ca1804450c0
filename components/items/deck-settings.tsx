'use client'

import { useTranslations } from 'next-intl'
import { TITLE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { ActionForm, useActionForm } from '../ui/action-form'
import { Field, FormError, SubmitButton } from '../ui/field'

export type SettingsState = { readonly kind: 'unsent' | 'renamed' | 'blank' | 'gone' | 'unsure' } | AssignedState
type AssignedState = { readonly kind: 'assigned'; readonly classes: string }

type SettingsAction = (before: SettingsState, form: FormData) => Promise<SettingsState>

const UNSENT: SettingsState = { kind: 'unsent' }

type Settings = {
  deckId: string
  title: string
  /** Another deck uses the same document, so the document is kept. */
  twin: boolean
  rename: SettingsAction
  remove: SettingsAction
}

/** Forms to rename the deck, and to delete it with its document. */
export function DeckSettings(props: Settings) {
  return (
    <div className="grid gap-8 pt-2 pb-4 wide:grid-cols-2 wide:gap-12">
      <Rename {...props} />
      <Remove {...props} />
    </div>
  )
}

function Rename({ deckId, title, rename }: Settings) {
  const t = useTranslations('document')
  const form = useActionForm(rename, UNSENT)
  const { state } = form
  return (
    <ActionForm form={form} className="grid content-start gap-4" noValidate>
      <input type="hidden" name="deckId" value={deckId} />
      <Field
        label={t('settings.name')}
        name="title"
        maxLength={TITLE_CHARACTERS}
        defaultValue={title}
        error={state.kind === 'blank' ? t('settings.blank') : undefined}
      />
      <FormError>{state.kind === 'gone' ? t('settings.gone') : null}</FormError>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="secondary" size="slim">
          {t('settings.rename')}
        </SubmitButton>
        <p role="status" className="text-label text-correct">
          {state.kind === 'renamed' ? t('settings.renamed') : null}
        </p>
      </div>
    </ActionForm>
  )
}

function Remove({ deckId, twin, remove }: Settings) {
  const t = useTranslations('document')
  const form = useActionForm(remove, UNSENT)
  const error = useRemoveError(form.state)
  return (
    <ActionForm form={form} className="grid content-start gap-4" noValidate>
      <input type="hidden" name="deckId" value={deckId} />
      <p className="text-label text-ink-muted">{t(twin ? 'settings.deleteWhatTwin' : 'settings.deleteWhat')}</p>
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="sure" value="1" className="size-5 flex-none" />
        {t('settings.sure', { twin: String(twin) })}
      </label>
      <FormError>{error}</FormError>
      <div>
        <SubmitButton variant="secondary" size="slim">
          {t('settings.delete', { twin: String(twin) })}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

function useRemoveError(state: SettingsState): string | null {
  const t = useTranslations('document')
  if (state.kind === 'assigned') return t('settings.assigned', { classes: state.classes })
  if (state.kind === 'unsure') return t('settings.unsure')
  return state.kind === 'gone' ? t('settings.gone') : null
}
