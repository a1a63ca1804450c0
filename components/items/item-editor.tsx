'use client'

import { CircleCheck, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import type { CheckFinding } from '@/lib/core/check/check-result'
import type { Edit } from '@/lib/core/question-types/question-type'
import { write, wrongOptions } from '@/lib/core/question-types/registry'
import { itemComponents } from '../question-types/registry'
import { readEdit, SpellingFields } from '../question-types/shared/edit-fields'
import { Button, buttonClass } from '../ui/button'
import { FormError, SubmitButton } from '../ui/field'
import { DraftNote, draftName, useDraft } from '../ui/form-draft'
import { itemWarnings } from './item-warnings'
import { type ItemsView, itemsAddress } from './items-query'
import type { ItemsActions, ListedDocument, ListedItem, SaveState } from './items-types'

export type ItemEditorProps = {
  item: ListedItem
  /** The learner who looks; null for a stranger. */
  owner: string | null
  deckId: string
  document: ListedDocument
  view: ItemsView
  actions: ItemsActions
  /** Moves the focus back to the item. */
  onClose: (itemId: string) => void
  onDecide: (item: ListedItem, kind: 'accepted' | 'rejected') => void
  onSaved: (item: ListedItem, state: Extract<SaveState, { kind: 'saved' }>) => void
}

const UNSENT: SaveState = { kind: 'unsent' }

/** A form for the item's texts. Warnings update while typing; the author may save in spite of them. */
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
  const refusal = useRefusalText(state)
  const { EditFields } = itemComponents(item.type)
  const form = useRef<HTMLFormElement>(null)
  const initial = state.kind === 'refused' ? state.edit : editOf(item)
  const [warnings, setWarnings] = useWarnings(state, () => itemWarnings(document, item, initial))
  const checkForm = (edited: HTMLFormElement) =>
    setWarnings(itemWarnings(document, item, readEdit(new FormData(edited))))
  const draft = useDraft(draftName(owner, deckId, item.id), form, {
    onClose: () => onClose(item.id),
    onFilled: checkForm,
  })
  const reported = useRef(state)
  useEffect(() => {
    if (reported.current === state || state.kind !== 'saved') return
    reported.current = state
    draft.drop()
    onSaved(item, state)
  })
  useEffect(() => {
    // Scroll the whole editor into view, down to its buttons.
    form.current?.closest('article')?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('textarea')?.focus()
  }, [])

  if (state.kind === 'saved') return <Saved stem={state.edit.stem} itemId={item.id} deckId={deckId} view={view} />
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
      {warnings.length > 0 ? <input type="hidden" name="anyway" value="1" /> : null}
      {draft.isDraft ? <DraftNote onStartOver={draft.startOver} /> : null}
      <EditFields edit={initial} />
      {item.answer ? <SpellingFields written={write(item.answer)} edit={initial} /> : null}
      <Warnings warnings={warnings} />
      <FormError>{refusal}</FormError>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="secondary" size="slim">
          {t(warnings.length > 0 ? 'edit.anyway' : 'edit.save')}
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

/** Without scripts only: with scripts the editor closes. */
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

function Warnings({ warnings }: { warnings: readonly CheckFinding[] }) {
  const t = useTranslations('items')
  // Two checks may have the same sentence.
  const sentences = new Set(warnings.map(({ code, values }) => t(`checks.${code}`, values)))
  return (
    <div role="status" className="grid gap-1 text-label">
      {[...sentences].map((sentence) => (
        <p key={sentence} className="grid grid-cols-[1.25rem_1fr] gap-2 text-wrong">
          <X aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {sentence}
        </p>
      ))}
      {sentences.size === 0 ? (
        <p className="grid grid-cols-[1.25rem_1fr] gap-2 text-correct">
          <CircleCheck aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {t('edit.fine')}
        </p>
      ) : null}
    </div>
  )
}

function useRefusalText(state: SaveState): string | null {
  const t = useTranslations('items')
  if (state.kind !== 'refused' || state.reason === 'checks') return null
  return t(state.reason === 'not-found' ? 'told.gone' : `edit.${state.reason}`)
}

function editOf({ stem, answer }: ListedItem): Edit {
  return { stem, key: answer ? write(answer).key : [], wrong: answer ? wrongOptions(answer) : [] }
}

/** Warnings on the text in the form; after a refusal, those that the server found in what was sent. */
function useWarnings(state: SaveState, check: () => readonly CheckFinding[]) {
  const refused = state.kind === 'refused' && state.reason === 'checks' ? state.findings : null
  const [warnings, setWarnings] = useState(() => refused ?? check())
  const [checkedState, setCheckedState] = useState(state)
  if (checkedState !== state) {
    setCheckedState(state)
    if (refused) setWarnings(refused)
  }
  return [warnings, setWarnings] as const
}
