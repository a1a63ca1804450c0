'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { TITLE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { Field, FormError, SubmitButton, TextAreaField } from '../ui/field'
import { FileDrop } from './file-drop'
import { type NewDocumentAction, UNSENT } from './import-event'
import { FirstCards, ImportProgress } from './import-progress'
import { refusalText } from './refusal-text'
import { useSending } from './use-send-document'

type Props = {
  action: NewDocumentAction
  /** Keeps what is made of a document, and makes no more. */
  stop: (form: FormData) => Promise<void>
}

/**
 * Without scripts the form posts to its action and waits. With them it is sent by `fetch`, tells how far it is and can be
 * cancelled; the fields are never touched, so nothing typed is lost whatever the answer is.
 */
export function NewDocumentForm({ action, stop }: Props) {
  const t = useTranslations('document')
  const [posted, post] = useActionState(action, UNSENT)
  const { progress, offer, refusal, send, cancel, forget } = useSending(stop)
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
        maxLength={TITLE_CHARACTERS}
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
        <ImportProgress progress={progress} offer={offer} onCancel={cancel} />
      ) : offer ? (
        <FirstCards offer={offer} />
      ) : (
        <div className="flex justify-end max-sm:*:w-full">
          <SubmitButton pendingLabel={t('new.pending')}>{t('new.submit')}</SubmitButton>
        </div>
      )}
    </form>
  )
}
