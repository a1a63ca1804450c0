'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import { expectItems } from '@/lib/core/generation/expected-items'
import { countWords } from '@/lib/core/shared/count-words'
import { TITLE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { buttonClass } from '../ui/button'
import { FormError, SubmitButton } from '../ui/field'
import { consentValue, type OfferedModel } from './consent-value'
import { DepthRadios } from './depth-radios'
import { DocumentFileField } from './document-file-field'
import { mayBeReadOtherwise, type NewDocumentAction, type Refusal, refusalText, UNSENT } from './import-event'
import { ImportProgress } from './import-progress'
import { ModelConsent } from './model-consent'
import { useSendDocument } from './use-send-document'

type Props = {
  action: NewDocumentAction
  /** Stops generating and keeps what is there. */
  stop: (form: FormData) => Promise<void>
  /** Endings of the files that can be read. */
  formats: readonly string[]
  /** Null where none is configured, or where the viewer may not use it. */
  model: OfferedModel | null
  /** Nobody is signed in: the first document makes a guest. */
  isStranger: boolean
}

/**
 * Without scripts the form posts to its action and waits. With scripts it is sent by `fetch`, and its progress takes the
 * place of the form. The fields stay in the page, so that nothing typed is lost.
 */
export function NewDocumentForm({ action, stop, formats, model, isStranger }: Props) {
  const t = useTranslations('document')
  const [posted, post] = useActionState(action, UNSENT)
  const { progress, offer, refusal, send, cancel, reset } = useSendDocument(stop, isStranger)
  const { form, file, words, count } = useWords()
  const kept = posted.kept
  // Text leaves the machine and its networks only when the author ticks the box.
  const [isModel, setModel] = useState(kept.model ?? model?.where !== 'outside')
  const isSending = progress !== null || offer !== null
  const visibleRefusal = refusal ?? (isSending ? null : posted.refusal)
  const onChange = () => {
    reset()
    count()
  }
  return (
    <>
      {isSending ? <ImportProgress title={titleOf(form.current)} {...{ progress, offer }} onCancel={cancel} /> : null}
      <div hidden={isSending}>
        <h1 className="pt-6">{t('new.title')}</h1>
        <form ref={form} action={post} onSubmit={send} className="mt-4 grid content-start gap-4" noValidate>
          <RefusalNote refusal={visibleRefusal} model={isModel ? null : model} />
          <TextField words={words} text={kept.text} onChange={onChange} />
          <DocumentFileField input={file} formats={formats} onChange={onChange} />
          <DepthRadios chosen={kept.depth} expected={words > 0 ? expectItems(words, finderOf(isModel, model)) : null} />
          {model ? (
            <ModelConsent model={model} checked={isModel} onChange={({ target }) => setModel(target.checked)} />
          ) : null}
          <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
            <TitleField title={kept.title} onChange={reset} />
            <SubmitButton pendingLabel={t('new.pending')} className="sm:min-w-44">
              {t('new.submit')}
            </SubmitButton>
          </div>
        </form>
      </div>
    </>
  )
}

const finderOf = (isModel: boolean, model: OfferedModel | null) => (isModel && model ? 'model' : 'rules')

/** What the person called the document, or its file's name. */
function titleOf(form: HTMLFormElement | null): string | null {
  const data = form ? new FormData(form) : null
  const [title, file] = [data?.get('title'), data?.get('file')]
  if (typeof title === 'string' && title.trim()) return title.trim()
  return file instanceof File && file.name ? file.name : null
}

const BOX =
  'w-full min-w-0 rounded-control border border-edge bg-surface px-3 hover:border-ink focus-visible:rounded-control focus-visible:outline-offset-1'

type TextFieldProps = { words: number; text: string; onChange: () => void }

function TextField({ words, text, onChange }: TextFieldProps) {
  const t = useTranslations('document.new')
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor="document-text" className="text-label font-semibold">
          {t('text')}
        </label>
        <p className="text-caption text-ink-muted tabular-nums">{words > 0 ? t('words', { words }) : t('textHint')}</p>
      </div>
      <textarea
        id="document-text"
        name="text"
        defaultValue={text}
        onChange={onChange}
        className={`${BOX} h-[calc(6lh+1.375rem)] max-h-[60dvh] min-h-32 resize-y py-2.5 font-document text-[1.0625rem] leading-[1.65]`}
      />
    </div>
  )
}

function TitleField({ title, onChange }: { title: string; onChange: () => void }) {
  const t = useTranslations('document.new')
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2 text-label">
        <label htmlFor="document-title" className="font-semibold">
          {t('name')}
        </label>
        <span id="document-title-hint" className="text-ink-muted">
          {t('nameHint')}
        </span>
      </div>
      <input
        id="document-title"
        name="title"
        maxLength={TITLE_CHARACTERS}
        aria-describedby="document-title-hint"
        defaultValue={title}
        onChange={onChange}
        className={`${BOX} min-h-12`}
      />
    </div>
  )
}

/** What was refused and, where the rules cannot read a text, who else can. */
function RefusalNote({ refusal, model }: { refusal: Refusal | null; model: OfferedModel | null }) {
  const t = useTranslations('document')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  return (
    <div ref={box} tabIndex={-1} className={refusal ? 'grid gap-3 focus:outline-0' : 'absolute'}>
      <FormError>{refusal ? refusalText(t, refusal) : null}</FormError>
      {refusal && mayBeReadOtherwise(refusal) ? (
        <div className="grid gap-3 border-y py-4">
          <p className="font-semibold">{t('otherwise.title')}</p>
          <div className="flex flex-wrap gap-3 max-sm:*:w-full">
            {model ? (
              <button
                type="submit"
                name="model"
                value={consentValue(model)}
                className={buttonClass('secondary', 'slim')}
              >
                {t('otherwise.model')}
              </button>
            ) : null}
            <button type="submit" name="keepEmpty" value="assistant" className={buttonClass('secondary', 'slim')}>
              {t('otherwise.assistant')}
            </button>
            <button type="submit" name="keepEmpty" value="hand" className={buttonClass('secondary', 'slim')}>
              {t('otherwise.hand')}
            </button>
          </div>
          <p className="text-label text-ink-muted">
            {model ? `${t(`model.goes.${model.where}`, { name: model.name, host: model.host })} ` : null}
            {t('otherwise.assistantMeaning')} {t('otherwise.handMeaning')}
          </p>
        </div>
      ) : null}
    </div>
  )
}

const COUNT_AFTER_MS = 200
const TEXT_FILE = /\.(?:txt|md|markdown)$/i

/** The words of the chosen file, or of the text. A long text is counted when typing pauses. */
function useWords() {
  const form = useRef<HTMLFormElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const timer = useRef(0)
  const [words, setWords] = useState(0)
  const count = async () => {
    const chosen = file.current?.files?.[0]
    const text = chosen ? await readPlain(chosen) : String(form.current ? new FormData(form.current).get('text') : '')
    setWords(countWords(text))
  }
  // What was typed before the scripts were there, or before a reload.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(() => {
    void count()
    return () => window.clearTimeout(timer.current)
  }, [])
  const later = () => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(count, COUNT_AFTER_MS)
  }
  return { form, file, words, count: later }
}

/** Empty for a file that only the server can read. */
async function readPlain(file: File): Promise<string> {
  return TEXT_FILE.test(file.name) ? file.text().catch(() => '') : ''
}
