'use client'

import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { CheckFinding } from '@/lib/core/check/check-result'
import type { Evidence, Span } from '@/lib/core/document/document'
import { withoutHint } from '@/lib/core/item/hint'
import { stemAs } from '@/lib/core/item/reword'
import type { Edit, EditFault } from '@/lib/core/question-types/question-type'
import { ITEM_TYPES, type ItemType } from '@/lib/core/question-types/registry'
import type { FieldFault } from '../question-types/shared/field-fault'
import { readEdit } from '../question-types/shared/read-edit'
import { useActionForm } from '../ui/action-form'
import { draftName, useDraft } from '../ui/form-draft'
import { quoteAt } from './document-sentences'
import { type EditWarnings, editWarnings } from './edit-warnings'
import { readSpan } from './items-query'
import type { ListedDocument, SaveState } from './items-types'

/** What an editor begins with. `proof` is null where several sentences prove the item, or none. */
export type Start = { readonly type: ItemType; readonly edit: Edit; readonly proof: Span | null }

export type Saved = Extract<SaveState, { kind: 'saved' }>

/** A form that is open. `leave` closes it as Escape does: it keeps a draft and says so. */
export type OpenEditor = { readonly leave: () => void }

export type EditorOptions = {
  handle?: Ref<OpenEditor>
  /** Names the draft. */
  name: string
  /** The learner who looks; null for a stranger. */
  owner: string | null
  deckId: string
  document: ListedDocument
  action: (before: SaveState, form: FormData) => Promise<SaveState>
  start: Start
  /** The proof of an item with several sentences, which stays. */
  quotes: readonly string[]
  onClose: () => void
  /** `keepDraft`: call it if the saving is undone. */
  onSaved: (saved: Saved, keepDraft: () => void) => void
}

const UNSENT: SaveState = { kind: 'unsent' }
const staysOpen = ({ kind }: SaveState): boolean => kind === 'refused' || kind === 'found'

/** What an editor shows: what is written so far, what the checks find in it, and what the server answered. */
export function useEditorForm({ start, quotes, document, onClose, onSaved, ...props }: EditorOptions) {
  const sending = useActionForm(props.action, UNSENT, staysOpen)
  const { state } = sending
  const form = useRef<HTMLFormElement>(null)
  // Without scripts the server answers with what was sent.
  const begun = state.kind === 'refused' || state.kind === 'found' ? state : start
  // The fields start anew with these when the type changes.
  const [fields, setFields] = useState({ type: withoutGaps(begun.type), edit: begun.edit })
  const [now, setNow] = useState(begun.edit)
  const [proof, setProof] = useState(start.proof)
  const { found, quoteOf } = useFoundSentences(document, state)
  const judge = (type: ItemType, edit: Edit, span: Span | null): EditWarnings =>
    editWarnings(document, { ...edit, type, accepted: [] }, span ? [quoteOf(span)] : quotes)
  const [warnings, setWarnings] = useState(() => judge(fields.type, fields.edit, proof))
  const written = () => (form.current ? readForm(form.current) : null)
  const check = (span?: Span) => {
    const read = written()
    if (!read) return
    setNow(read.edit)
    setWarnings(judge(read.type, read.edit, span ?? read.proof))
  }
  const changeType = () => {
    const read = written()
    if (!read) return
    // Back to the type of the beginning, it has its hint again.
    const isBack = read.type === start.type && read.edit.stem === withoutHint(start.edit.stem)
    const stem = isBack ? start.edit.stem : stemAs(read.type, read.edit.stem)
    setFields({ ...read, edit: { ...read.edit, stem } })
  }
  const fill = () => {
    changeType()
    check()
  }
  const draft = useDraft(draftName(props.owner, props.deckId, props.name), form, { onClose, onFilled: fill })
  useImperativeHandle(props.handle, () => ({ leave: draft.leave }))
  useAnswer(state, (answer) => {
    setWarnings((before) => warningsAfter(answer, before))
    if (answer.kind !== 'saved') return
    const keepDraft = draft.drop()
    onSaved({ ...answer, findings: answer.findings.filter((found) => !isTold(found, warnings)) }, keepDraft)
  })
  const takeProof = (span: Span) => {
    setProof(span)
    check(span)
  }
  const change = () => {
    draft.keep()
    check()
  }
  const lack = useLack(state, warnings, now, form)
  return {
    ...{ state, sending, form, fields, now, proof, warnings, draft, change, changeType, takeProof },
    ...{ found, ...lack },
  }
}

/** All sentences that were found as another proof, the last ones first. A long document has them in the answer alone. */
function useFoundSentences(document: ListedDocument, state: SaveState) {
  const [found, setFound] = useState<readonly Evidence[]>(state.kind === 'found' ? state.sentences : [])
  useAnswer(state, (answer) => {
    if (answer.kind === 'found') setFound([...answer.sentences, ...found])
  })
  const quoteOf = (span: Span): string =>
    quoteAt(document, span) || (found.find(({ start }) => start === span.start)?.quote ?? '')
  return { found, quoteOf }
}

/** What the item lacks and the field that should say so. Before it is sent, what it lacks yet is no error. */
function useLack(state: SaveState, warnings: EditWarnings, now: Edit, form: RefObject<HTMLFormElement | null>) {
  const [isKeyNeeded, setKeyNeeded] = useState(false)
  const fault = state.kind === 'refused' ? warnings.fault : null
  const needKey = () => {
    setKeyNeeded(true)
    form.current?.querySelector<HTMLElement>('[name=key]')?.focus()
  }
  return {
    faultAt: fault && { fault, field: fieldOf(fault, now) },
    /** Wrong options were asked for before there is an answer. */
    lacksKey: isKeyNeeded && now.key.length === 0,
    needKey,
  }
}

/** The first field that the fault concerns. */
function fieldOf(fault: EditFault, { stem }: Edit): FieldFault['field'] {
  if (fault === 'no-wrong-options') return 'wrong'
  return fault === 'incomplete' && stem.trim() === '' ? 'stem' : 'key'
}

function warningsAfter(answer: SaveState, before: EditWarnings): EditWarnings {
  if (answer.kind !== 'refused') return before
  const { reason, findings } = answer
  if (reason === 'checks') return { fault: null, findings }
  return reason === 'not-found' || reason === 'too-long' ? before : { fault: reason, findings: [] }
}

/** Whether the author saw it before saving. */
const isTold = ({ code, values }: CheckFinding, { findings }: EditWarnings): boolean =>
  findings.some((told) => told.code === code && JSON.stringify(told.values) === JSON.stringify(values))

/** Calls `on` once for each answer of the server. */
function useAnswer(state: SaveState, on: (state: SaveState) => void): void {
  const reported = useRef(state)
  useEffect(() => {
    if (reported.current === state) return
    reported.current = state
    on(state)
  })
}

/** An author writes gaps as a cloze with several of them. */
const withoutGaps = (type: ItemType): ItemType => (type === 'gaps' ? 'cloze' : type)

function readForm(form: HTMLFormElement) {
  const written = new FormData(form)
  const type = ITEM_TYPES.find((known) => known === written.get('type')) ?? 'flashcard'
  return { type, edit: readEdit(written), proof: readSpan(written.get('evidence')) }
}
