'use client'

import { clsx } from 'clsx'
import { FileText, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import { TITLE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { Field, FormError, SubmitButton, TextAreaField } from '../ui/field'
import { type NewDocumentAction, refusalText, UNSENT } from './import-event'
import { FirstCards, ImportProgress } from './import-progress'
import { useSendDocument } from './use-send-document'

type Props = {
  action: NewDocumentAction
  /** Stops generating and keeps what is there. */
  stop: (form: FormData) => Promise<void>
}

/**
 * Without scripts the form posts to its action and waits. With scripts it is sent by `fetch`, shows its progress and can
 * be cancelled. The fields are not touched, so that nothing typed is lost.
 */
export function NewDocumentForm({ action, stop }: Props) {
  const t = useTranslations('document')
  const [posted, post] = useActionState(action, UNSENT)
  const { progress, offer, refusal, send, cancel, reset } = useSendDocument(stop)
  const file = useRef<HTMLInputElement>(null)
  const error = useRef<HTMLDivElement>(null)
  const visibleRefusal = refusal ?? (progress ? null : posted.refusal)
  useEffect(() => {
    if (visibleRefusal) error.current?.focus()
  }, [visibleRefusal])

  return (
    <form action={post} onSubmit={send} className="grid content-start gap-5" noValidate>
      <div ref={error} tabIndex={-1} className={visibleRefusal ? 'focus:outline-0' : 'absolute'}>
        <FormError>{visibleRefusal ? refusalText(t, visibleRefusal) : null}</FormError>
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
        onChange={reset}
        className="max-h-[60dvh] min-h-40 resize-y font-document text-[1.0625rem] leading-[1.65]!"
      />
      <FileDrop input={file} onChange={reset} />
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

type FileDropProps = { input: RefObject<HTMLInputElement | null>; onChange: () => void }

/** A native file field. With scripts, also a drop zone and a button that removes the file. */
function FileDrop({ input, onChange }: FileDropProps) {
  const t = useTranslations('document')
  const [isReady, setReady] = useState(false)
  const [isOver, setOver] = useState(false)
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    setReady(true)
    setName(input.current?.files?.[0]?.name ?? null)
  }, [input])

  const onFileChange = () => {
    setName(input.current?.files?.[0]?.name ?? null)
    onChange()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!input.current || event.dataTransfer.files.length === 0) return
    input.current.files = event.dataTransfer.files
    onFileChange()
  }
  const remove = () => {
    if (!input.current) return
    input.current.value = ''
    onFileChange()
    input.current.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the field inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        'rounded-control border border-dashed p-4 transition-colors duration-150',
        isOver ? 'border-ink bg-surface' : 'border-edge',
      )}
    >
      <Field id="document-file" label={t('new.file')} name="file" hint={t(isReady ? 'new.dropHint' : 'new.fileHint')}>
        <input
          id="document-file"
          ref={input}
          type="file"
          name="file"
          accept=".txt,.md,.markdown,text/plain,text/markdown"
          aria-describedby="document-file-hint"
          onChange={onFileChange}
          className="min-h-11 w-full min-w-0 cursor-pointer text-label file:me-4 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-edge file:bg-surface file:px-4 file:font-semibold file:text-ink"
        />
      </Field>
      {name ? (
        <p className="mt-2 flex items-center gap-2 text-label">
          <FileText aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem] flex-none text-ink-muted" />
          <span className="min-w-0 wrap-anywhere">{name}</span>
          <button
            type="button"
            onClick={remove}
            aria-label={t('new.removeFile', { name })}
            className="-my-2 grid size-11 flex-none place-items-center rounded-control text-ink-muted hover:bg-sunk hover:text-ink"
          >
            <X aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem]" />
          </button>
        </p>
      ) : null}
    </div>
  )
}
