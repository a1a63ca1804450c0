'use client'

import { CircleCheck, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import type { Item } from '@/lib/core/item/item'
import { lintItem } from '@/lib/core/item/lint'
import { rightOptions } from '@/lib/core/item/pairs'
import { Button, buttonClass } from '../ui/button'
import { FormError, SubmitButton } from '../ui/field'
import { EditFields } from './edit-fields'
import { readWords, type Words } from './edit-words'
import type { FactSectionProps } from './fact-section'
import type { ReviewDocument, ReviewItem, SaveState } from './review-types'

type ItemEditorProps = Pick<FactSectionProps, 'deckId' | 'document' | 'actions' | 'onEdit' | 'onDecide' | 'onSaved'> & {
  item: ReviewItem
  number: number
}

const UNSENT: SaveState = { kind: 'unsent' }

/** The item's words as a form; the lint speaks at every letter, and the author has the last word. */
export function ItemEditor({ item, number, deckId, document, actions, onEdit, onDecide, onSaved }: ItemEditorProps) {
  const t = useTranslations('document')
  const [state, send] = useActionState(actions.save, UNSENT)
  const form = useRef<HTMLFormElement>(null)
  const kept = state.kind === 'refused' ? state.words : wordsOf(item)
  const [findings, setFindings] = useState<readonly string[]>(() => lint(document, item, kept))
  const objections = state.kind === 'refused' && state.reason === 'lint' && findings.length === 0 ? [] : findings
  const told = useRef(state)
  useEffect(() => {
    if (told.current === state || state.kind !== 'saved') return
    told.current = state
    onSaved(item, state)
  })
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])

  if (state.kind === 'saved') return <Saved stem={state.words.stem} itemId={item.id} />
  return (
    <form
      ref={form}
      action={send}
      onChange={(event) => setFindings(lint(document, item, readWords(new FormData(event.currentTarget))))}
      onKeyDown={(event) => event.key === 'Escape' && onEdit(null)}
      className="mt-2 grid gap-3"
      noValidate
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="type" value={item.type} />
      {objections.length > 0 ? <input type="hidden" name="anyway" value="1" /> : null}
      <EditFields type={item.type} words={kept} />
      <Lint messages={objections} />
      <FormError>{refusalOf(state, t)}</FormError>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="secondary" size="slim">
          {t(objections.length > 0 ? 'edit.anyway' : 'edit.save')}
        </SubmitButton>
        <Link
          href={`?#item-${item.id}`}
          prefetch={false}
          onClick={(event) => {
            event.preventDefault()
            onEdit(null)
          }}
          className={buttonClass('bare', 'slim')}
        >
          {t('edit.cancel')}
        </Link>
        <Button
          variant="bare"
          size="slim"
          aria-label={t('items.reject', { number })}
          onClick={() => {
            onEdit(null)
            onDecide(item, 'rejected')
          }}
        >
          {t('edit.reject')}
        </Button>
      </div>
    </form>
  )
}

/** Seen without scripts only; with them the editor closes. */
function Saved({ stem, itemId }: { stem: string; itemId: string }) {
  const t = useTranslations('document')
  return (
    <p role="status">
      {t('items.saved', { stem })}{' '}
      <Link href={`?#item-${itemId}`} prefetch={false} className="inline-flex min-h-11 items-center underline">
        {t('edit.close')}
      </Link>
    </p>
  )
}

function Lint({ messages }: { messages: readonly string[] }) {
  const t = useTranslations('document')
  return (
    <div role="status" className="grid gap-1 text-label">
      {messages.map((message) => (
        <p key={message} className="grid grid-cols-[1.25rem_1fr] gap-2 text-wrong">
          <X aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {message}
        </p>
      ))}
      {messages.length === 0 ? (
        <p className="grid grid-cols-[1.25rem_1fr] gap-2 text-correct">
          <CircleCheck aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {t('edit.fine')}
        </p>
      ) : null}
    </div>
  )
}

function refusalOf(state: SaveState, t: (key: string) => string): string | null {
  if (state.kind !== 'refused' || state.reason === 'lint') return null
  return t(state.reason === 'incomplete' ? 'edit.incomplete' : 'items.gone')
}

function wordsOf({ stem, answer }: ReviewItem): Words {
  return { stem, key: answer?.key ?? [], wrong: answer?.wrong ?? [] }
}

/** The engine's own lint, in the browser; the server asks it again when saving. */
function lint(document: ReviewDocument, item: ReviewItem, { stem, key, wrong }: Words): readonly string[] {
  if (!item.answer || stem.trim() === '' || key.length === 0) return []
  const edited: Item = {
    id: item.id,
    type: item.type,
    tier: item.tier,
    factIds: [],
    stem,
    key,
    options: item.options.length > 0 ? [...rightOptions({ ...item, key }), ...wrong] : [],
    accepted: key.map((entry) => item.answer?.accepted[item.answer.key.indexOf(entry)] ?? []),
    explanation: '',
    distractorReasons: {},
    distractorProofs: {},
    evidence: item.answer.evidence,
  }
  const headings = document.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ span }) => document.text.slice(span.start, span.end))
  const { text, title } = document
  return [...new Set(lintItem(edited, { text, title, headings, stems: [] }).map(({ message }) => message))]
}
