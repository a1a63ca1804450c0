'use client'

import { CircleCheck, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import type { Objection } from '@/lib/core/check/finding'
import type { Edit } from '@/lib/core/question-types/question-type'
import { write, wrongOptions } from '@/lib/core/question-types/registry'
import { itemComponents } from '../question-types/registry'
import { Button, buttonClass } from '../ui/button'
import { DraftNote } from '../ui/draft-note'
import { draftName } from '../ui/drafts'
import { FormError, SubmitButton } from '../ui/field'
import { useDraft } from '../ui/use-draft'
import { readWords } from './edit-words'
import type { FactSectionProps } from './fact-section'
import { lintWords } from './item-warnings'
import { type ItemsView, itemsAddress } from './items-query'
import type { ReviewItem, SaveState } from './review-types'

type ItemEditorProps = Omit<FactSectionProps, 'fact' | 'titled' | 'repeated' | 'items'> & { item: ReviewItem }

const UNSENT: SaveState = { kind: 'unsent' }

/** The item's words as a form; the lint speaks at every letter, and the author has the last word. */
export function ItemEditor({
  item,
  owner,
  deckId,
  document,
  view,
  actions,
  onClose,
  onDecide,
  onSaved,
}: ItemEditorProps) {
  const t = useTranslations('items')
  const [state, send] = useActionState(actions.save, UNSENT)
  const { EditFields } = itemComponents(item.type)
  const form = useRef<HTMLFormElement>(null)
  const kept = state.kind === 'refused' ? state.words : wordsOf(item)
  const [objections, judge] = useObjections(state, () => lintWords(document, item, kept))
  const checkForm = (edited: HTMLFormElement) => judge(lintWords(document, item, readWords(new FormData(edited))))
  const draft = useDraft(draftName(owner, deckId, item.id), form, {
    onClose: () => onClose(item.id),
    onFilled: checkForm,
  })
  const told = useRef(state)
  useEffect(() => {
    if (told.current === state || state.kind !== 'saved') return
    told.current = state
    draft.drop()
    onSaved(item, state)
  })
  useEffect(() => {
    // All of it in sight, down to its buttons, and above all the field.
    form.current?.closest('article')?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('textarea')?.focus()
  }, [])

  if (state.kind === 'saved') return <Saved stem={state.words.stem} itemId={item.id} deckId={deckId} view={view} />
  return (
    <form
      ref={form}
      action={send}
      onChange={(event) => {
        draft.keep()
        checkForm(event.currentTarget)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.leave()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
      }}
      className="mt-2 grid gap-3"
      noValidate
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={item.id} />
      {objections.length > 0 ? <input type="hidden" name="anyway" value="1" /> : null}
      {draft.isDraft ? <DraftNote onStartOver={draft.startOver} /> : null}
      <EditFields words={kept} />
      <Lint objections={objections} />
      <FormError>{refusalOf(state, t)}</FormError>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="secondary" size="slim">
          {t(objections.length > 0 ? 'edit.anyway' : 'edit.save')}
        </SubmitButton>
        <Link
          href={itemsAddress(deckId, view, { item: item.id })}
          prefetch={false}
          onClick={(event) => {
            event.preventDefault()
            draft.giveUp()
          }}
          className={buttonClass('bare', 'slim')}
        >
          {t('edit.cancel')}
        </Link>
        <Button
          variant="bare"
          size="slim"
          aria-label={t('row.reject', { number: item.number })}
          onClick={() => {
            draft.giveUp()
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
function Saved({ stem, itemId, deckId, view }: { stem: string; itemId: string; deckId: string; view: ItemsView }) {
  const t = useTranslations('items')
  return (
    <p role="status">
      {t('told.saved', { stem })}{' '}
      <Link
        href={itemsAddress(deckId, view, { item: itemId })}
        prefetch={false}
        className="inline-flex min-h-11 items-center underline"
      >
        {t('edit.close')}
      </Link>
    </p>
  )
}

function Lint({ objections }: { objections: readonly Objection[] }) {
  const t = useTranslations('items')
  // Two checks may say the same of one item.
  const said = new Set(objections.map(({ code, values }) => t(`lint.${code}`, values)))
  return (
    <div role="status" className="grid gap-1 text-label">
      {[...said].map((sentence) => (
        <p key={sentence} className="grid grid-cols-[1.25rem_1fr] gap-2 text-wrong">
          <X aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {sentence}
        </p>
      ))}
      {said.size === 0 ? (
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
  return t(state.reason === 'not-found' ? 'told.gone' : `edit.${state.reason}`)
}

function wordsOf({ stem, answer }: ReviewItem): Edit {
  return { stem, key: answer ? write(answer).key : [], wrong: answer ? wrongOptions(answer) : [] }
}

/** What the lint says of the words as they are; after a refusal, what the server said of those that were sent. */
function useObjections(state: SaveState, judged: () => readonly Objection[]) {
  const refused = state.kind === 'refused' && state.reason === 'lint' ? state.objections : null
  const [found, setFound] = useState(() => refused ?? judged())
  const [seen, setSeen] = useState(state)
  if (seen !== state) {
    setSeen(state)
    if (refused) setFound(refused)
  }
  return [found, setFound] as const
}
