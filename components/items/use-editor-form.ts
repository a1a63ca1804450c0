'use client'

import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { CheckFinding } from '@/lib/core/check/check-result'
import type { Span } from '@/lib/core/document/document'
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
const isRefused = ({ kind }: SaveState): boolean => kind === 'refused'

/** What an editor shows: what is written so far, what the checks find in it, and what the server answered. */
export function useEditorForm({ start, quotes, document, onClose, onSaved, ...props }: EditorOptions) {
  const sending = useActionForm(props.action, UNSENT, isRefused)
  const { state } = sending
  const form = useRef<HTMLFormElement>(null)
  // Without scripts the server answers with what was sent.
  const begun = state.kind === 'refused' ? state : start
  // The fields start anew with these when the type changes.
  const [fields, setFields] = useState({ type: withoutGaps(begun.type), edit: begun.edit })
  const [now, setNow] = useState(begun.edit)
  const [proof, setProof] = useState(start.proof)
  const judge = (type: ItemType, edit: Edit, span: Span | null): EditWarnings =>
    editWarnings(document, { ...edit, type, accepted: [] }, span ? [quoteAt(document, span)] : quotes)
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
    if (answer.kind === 'refused') {
      const { reason, findings } = answer
      if (isFault(reason)) setWarnings({ fault: reason, findings: [] })
      else if (findings.length > 0) setWarnings({ fault: null, findings })
    }
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
  // Before an item is sent, what it lacks yet is no error.
  const fault = state.kind === 'refused' ? warnings.fault : null
  const faultAt = fault && { fault, field: fieldOf(fault, now) }
  const [isKeyNeeded, setKeyNeeded] = useState(false)
  const needKey = () => {
    setKeyNeeded(true)
    form.current?.querySelector<HTMLElement>('[name=key]')?.focus()
  }
  return {
    ...{ state, sending, form, fields, now, proof, warnings, draft, change, changeType, takeProof },
    ...{ faultAt, lacksKey: isKeyNeeded && now.key.length === 0, needKey },
  }
}

type Refusal = Extract<SaveState, { kind: 'refused' }>['reason']

/** Whether the item lacks something that a field should say. */
const isFault = (reason: Refusal): reason is EditFault =>
  reason !== 'checks' && reason !== 'not-found' && reason !== 'too-long'

/** The first field that the fault concerns. */
function fieldOf(fault: EditFault, { stem }: Edit): FieldFault['field'] {
  if (fault === 'no-wrong-options') return 'wrong'
  return fault === 'incomplete' && stem.trim() === '' ? 'stem' : 'key'
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
