'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { Field, FormError, SubmitButton, TextAreaField } from '../ui/field'
import { useAnnounce } from '../ui/live-region'
import { FileDrop } from './file-drop'
import type { ImportEvent, NewDocumentAction, Refusal } from './import-event'
import { UNSENT } from './import-event'
import { ImportProgress, type Progress } from './import-progress'
import { refusalText } from './refusal-text'
import { sendDocument } from './send-document'

/**
 * Without scripts the form posts to its action and waits. With them it is sent by `fetch`, tells how far it is and can be
 * cancelled; the fields are never touched, so nothing typed is lost whatever the answer is.
 */
export function NewDocumentForm({ action }: { action: NewDocumentAction }) {
  const t = useTranslations('document')
  const [posted, post] = useActionState(action, UNSENT)
  const { progress, refusal, send, cancel, forget } = useSending()
  const file = useRef<HTMLInputElement>(null)
  const error = useRef<HTMLDivElement>(null)
  const shown = refusal ?? (progress ? null : posted.refusal)
  useEffect(() => {
    if (shown) error.current?.focus()
  }, [shown])

  return (
    <form action={post} onSubmit={send} className="grid content-start gap-5" noValidate>
      <div ref={error} tabIndex={-1} className={shown ? 'focus:outline-0' : 'absolute'}>
        <FormError>{shown ? refusalText(t, shown) : null}</FormError>
      </div>
      <Field
        label={t('new.name')}
        name="title"
        maxLength={200}
        hint={t('new.nameHint')}
        defaultValue={posted.kept.title}
      />
      <TextAreaField
        label={t('new.text')}
        name="text"
        rows={8}
        hint={t('new.textHint')}
        defaultValue={posted.kept.text}
        onChange={forget}
        className="max-h-[60dvh] min-h-40 resize-y font-document text-[1.0625rem] leading-[1.65]!"
      />
      <FileDrop input={file} onChange={forget} />
      {progress ? (
        <ImportProgress progress={progress} onCancel={cancel} />
      ) : (
        <div className="flex justify-end max-sm:*:w-full">
          <SubmitButton pendingLabel={t('new.pending')}>{t('new.submit')}</SubmitButton>
        </div>
      )}
    </form>
  )
}

function useSending() {
  const t = useTranslations('document')
  const router = useRouter()
  const announce = useAnnounce()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const tell = (event: ImportEvent) => {
    if (event.kind === 'progress') return setProgress(event)
    running.current = null
    if (event.kind === 'rejected') {
      setProgress(null)
      return setRefusal({ reason: event.reason, values: event.values })
    }
    const { deckId, facts, items, fresh } = event
    announce(fresh ? t('progress.done', { facts, items }) : t('progress.again'))
    router.push(`/decks/${deckId}/items`)
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (running.current) return
    const cancelling = new AbortController()
    running.current = cancelling
    setRefusal(null)
    setProgress({ kind: 'progress', phase: 'reading' })
    void sendDocument(new FormData(event.currentTarget), cancelling.signal, tell)
  }
  const cancel = () => running.current?.abort()
  const forget = () => setRefusal(null)
  return { progress, refusal, send, cancel, forget }
}
