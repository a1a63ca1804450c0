'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError, TextAreaField } from '@/components/ui/field'
import { DraftNote, draftName, useDraft } from '@/components/ui/form-draft'
import { notify } from '@/components/ui/toaster'
import type { Face, StudyCard } from '@/lib/core/memory/session/study-card'
import type { EditFault } from '@/lib/core/question-types/question-type'

import { CARD } from './card-frame'

export type CardEdited =
  /** On each rung that asks the item. `said`: what the checks find. */
  | { readonly kind: 'saved'; readonly faces: readonly Face[]; readonly said: readonly string[] }
  /** Sending the same text again saves it. */
  | { readonly kind: 'refused'; readonly reason: 'checks' | 'not-found' | EditFault; readonly said: readonly string[] }
export type EditAction = (form: FormData) => Promise<CardEdited>

type Props = {
  card: StudyCard
  owner: string | null
  action: EditAction
  onSaved: (faces: readonly Face[]) => void
  onClose: () => void
}

type Saved = Extract<CardEdited, { kind: 'saved' }>
type Refusal = Extract<CardEdited, { kind: 'refused' }> | { readonly kind: 'unreachable' }

const BOX = 'field-sizing-content min-h-11! bg-paper!'

/** The form in which an author edits the card on screen. Loaded with the first *Edit*. */
export function CardEditor({ card, owner, action, onSaved, onClose }: Props) {
  const t = useTranslations('study.edit')
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft(draftName(owner, card.deckId, card.itemId), form, { onClose })
  const { refusal, isBusy, send } = useSendWords(action, ({ faces, said }, wasObjected) => {
    draft.drop()
    if (said.length > 0 && !wasObjected) notify([t('doubts'), ...said].join(' '))
    onSaved(faces)
  })
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  return (
    <form
      ref={form}
      aria-label={t('title')}
      className={`${CARD} content-start gap-4 self-center max-sm:self-start`}
      onSubmit={send}
      onChange={draft.keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.leave()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
      }}
      noValidate
    >
      <h1 className="text-title">{t('title')}</h1>
      <input type="hidden" name="deckId" value={card.deckId} />
      <input type="hidden" name="factId" value={card.factId} />
      <input type="hidden" name="itemId" value={card.itemId} />
      {isObjected(refusal) ? <input type="hidden" name="anyway" value="1" /> : null}
      {draft.isDraft ? <DraftNote onStartOver={draft.startOver} /> : null}
      <Words card={card} />
      <Told refusal={refusal} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="slim" aria-busy={isBusy || undefined}>
          {t(isObjected(refusal) ? 'anyway' : 'save')}
        </Button>
        <Button variant="bare" size="slim" onClick={draft.giveUp}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** One request at a time. `refusal`: the outcome of the last one, if it was refused. */
function useSendWords(action: EditAction, onSaved: (saved: Saved, wasObjected: boolean) => void) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const edited = await action(new FormData(event.currentTarget)).catch(() => ({ kind: 'unreachable' }) as const)
    setBusy(false)
    if (edited.kind === 'saved') onSaved(edited, isObjected(refusal))
    else setRefusal(edited)
  }
  return { refusal, isBusy, send }
}

function Words({ card }: { card: StudyCard }) {
  const t = useTranslations('study.edit')
  const { stem, key, wrong } = card.words ?? { stem: card.front, key: card.back, wrong: [] }
  return (
    <>
      <TextAreaField label={t('stem')} name="stem" rows={2} defaultValue={stem} className={BOX} />
      <TextAreaField label={t('key')} name="key" rows={key.length} defaultValue={lines(key)} className={BOX} />
      {wrong.length > 0 ? (
        <TextAreaField label={t('wrong')} name="wrong" rows={3} defaultValue={lines(wrong)} className={BOX} />
      ) : null}
    </>
  )
}

function Told({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslations('study.edit')
  if (!refusal) return null
  if (refusal.kind === 'unreachable') return <FormError>{t('unreachable')}</FormError>
  if (refusal.reason !== 'checks') return <FormError>{t(refusal.reason)}</FormError>
  return <FormError>{[t('checks'), ...refusal.said].join(' ')}</FormError>
}

function isObjected(refusal: Refusal | null): boolean {
  return refusal?.kind === 'refused' && refusal.reason === 'checks'
}

const lines = (entries: readonly string[]): string => entries.join('\n')
