'use client'

import { CircleCheck, Info, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { isDoubt } from '@/lib/core/check/judge-written'
import type { Span } from '@/lib/core/document/document'
import type { Composition } from '@/lib/core/item/compose'
import type { Edit } from '@/lib/core/question-types/question-type'
import { ITEM_TYPES, type ItemType, write, wrongOptions } from '@/lib/core/question-types/registry'
import { itemComponents } from '../question-types/registry'
import { readEdit, SpellingFields } from '../question-types/shared/edit-fields'
import { Button, buttonClass } from '../ui/button'
import { FormError, SelectField, SubmitButton } from '../ui/field'
import { DraftNote, draftName, useDraft } from '../ui/form-draft'
import { type EditWarnings, editWarnings, mustConfirm, wordsAt } from './edit-warnings'
import { overlaps } from './highlight-text'
import { itemsAddress, queryOf, readSpan, writeSpan } from './items-query'
import type { ItemsScreenProps, ListedDocument, ListedItem, SaveState } from './items-types'
import { useReasonText } from './reason-text'

type Saved = Extract<SaveState, { kind: 'saved' }>

type EditorProps = Pick<ItemsScreenProps, 'deckId' | 'document' | 'view' | 'actions'> & {
  /** The learner who looks; null for a stranger. */
  owner: string | null
  /** The sentence that is selected in the document, as another proof. */
  selected: Span | null
  onClose: () => void
  onSaved: (saved: Saved) => void
}

/** Edits an item: its words, its type and the sentence that proves it. */
export function ItemEditor({ item, ...props }: EditorProps & { item: ListedItem }) {
  const t = useTranslations('items.edit')
  const { answer } = item
  const proofs = answer?.evidence ?? []
  const start: Start = {
    type: item.type,
    edit: { stem: item.stem, key: answer ? write(answer).key : [], wrong: answer ? wrongOptions(answer) : [] },
    proof: proofs.length === 1 && proofs[0] ? { start: proofs[0].start, end: proofs[0].end } : null,
  }
  return (
    <EditorForm
      {...props}
      name={item.id}
      action={props.actions.save}
      start={start}
      quotes={proofs.map(({ quote }) => quote)}
      hasProof={proofs.length < 2}
      backTo={item.id}
      save={t('save')}
      spellings={(edit, type) =>
        answer && type === item.type ? <SpellingFields written={write(answer)} edit={edit} /> : null
      }
      onOfferWrong={() => props.actions.offerWrong(props.deckId, item.id)}
    >
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="wasType" value={item.type === 'gaps' ? 'cloze' : item.type} />
      <input type="hidden" name="wasEvidence" value={proofs.map(writeSpan).join()} />
    </EditorForm>
  )
}

/** Writes a new item on a sentence. `begun` is what an item could begin with. */
export function ItemWriter({ sentence, begun, ...props }: EditorProps & { sentence: Span; begun: Composition | null }) {
  const t = useTranslations('items.write')
  const empty: Edit = { stem: '', key: [], wrong: [] }
  const start: Start = { type: begun?.type ?? 'flashcard', edit: begun ?? empty, proof: sentence }
  return (
    <EditorForm
      {...props}
      name={`write ${writeSpan(sentence)}`}
      action={props.actions.write}
      start={start}
      quotes={[]}
      hasProof
      backTo={null}
      save={t('save')}
      spellings={() => null}
      onOfferWrong={null}
    />
  )
}

type Start = { readonly type: ItemType; readonly edit: Edit; readonly proof: Span | null }

type EditorFormProps = EditorProps & {
  /** Names the draft. */
  name: string
  action: (before: SaveState, form: FormData) => Promise<SaveState>
  start: Start
  /** The proof of an item with several sentences, which stays. */
  quotes: readonly string[]
  hasProof: boolean
  backTo: string | null
  save: string
  spellings: (edit: Edit, type: ItemType) => ReactNode
  onOfferWrong: (() => Promise<readonly string[]>) | null
  children?: ReactNode
}

const UNSENT: SaveState = { kind: 'unsent' }
// An author writes gaps as a cloze with several of them.
const WRITTEN_TYPES = ITEM_TYPES.filter((type) => type !== 'gaps')

/** Checks speak while typing, and the author may save in spite of them. Unsaved words stay until they are saved or given up. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: to be divided into functions of its parts.
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: to be divided into functions of its parts.
function EditorForm({ start, quotes, selected, document, deckId, view, onSaved, ...props }: EditorFormProps) {
  const t = useTranslations('items')
  const [state, send] = useActionState(props.action, UNSENT)
  const form = useRef<HTMLFormElement>(null)
  // The fields start anew with these when the type changes.
  const [fields, setFields] = useState<Pick<Start, 'type' | 'edit'>>({
    type: start.type === 'gaps' ? 'cloze' : start.type,
    edit: state.kind === 'refused' ? state.edit : start.edit,
  })
  const [proof, setProof] = useState(start.proof)
  const judge = (type: ItemType, edit: Edit, span: Span | null) =>
    editWarnings(document, { ...edit, type, accepted: [] }, span ? quotesAt(document, span) : quotes)
  const [warnings, setWarnings] = useState(() => judge(fields.type, fields.edit, proof))
  const check = () => {
    if (!form.current) return
    const written = new FormData(form.current)
    setWarnings(judge(readType(written), readEdit(written), readSpan(written.get('evidence'))))
  }
  const changeType = () => {
    if (!form.current) return
    const written = new FormData(form.current)
    setFields({ type: readType(written), edit: readEdit(written) })
  }
  const draft = useDraft(draftName(props.owner, deckId, props.name), form, {
    onClose: props.onClose,
    onFilled: () => {
      changeType()
      check()
    },
  })
  const reported = useRef(state)
  useEffect(() => {
    if (reported.current === state) return
    reported.current = state
    if (state.kind === 'refused' && state.findings.length > 0) setWarnings({ fault: null, findings: state.findings })
    if (state.kind !== 'saved') return
    draft.drop()
    onSaved(state)
  })
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const takeSelected = () => {
    setProof(selected)
    setWarnings(judge(fields.type, form.current ? readEdit(new FormData(form.current)) : fields.edit, selected))
  }
  const { EditFields } = itemComponents(fields.type)
  const canSelect = props.hasProof && selected !== null && (!proof || !overlaps(proof, selected))
  return (
    <form
      ref={form}
      action={send}
      onChange={() => {
        draft.keep()
        check()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.leave()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
      }}
      className="mt-3 grid gap-3 font-app text-body text-ink"
      noValidate
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="view" value={queryOf(view)} />
      {mustConfirm(warnings) ? <input type="hidden" name="anyway" value="1" /> : null}
      {props.hasProof && proof ? <input type="hidden" name="evidence" value={writeSpan(proof)} /> : null}
      {proof && proof !== start.proof ? <input type="hidden" name="newProof" value="1" /> : null}
      {props.children}
      {draft.isDraft ? <DraftNote onStartOver={draft.startOver} /> : null}
      <SelectField
        label={t('edit.type')}
        name="type"
        value={fields.type}
        onChange={changeType}
        className="min-h-11! bg-paper! sm:w-auto! sm:justify-self-start"
      >
        {WRITTEN_TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`type.${type}`)}
          </option>
        ))}
      </SelectField>
      <EditFields key={fields.type} edit={fields.edit} />
      {fields.type === 'choice' || fields.type === 'multiple' ? (
        <OfferWrong form={form} onOffer={props.onOfferWrong} onFilled={check} />
      ) : null}
      {props.spellings(fields.edit, fields.type)}
      {canSelect ? (
        <Button variant="bare" size="slim" className="-ms-4 justify-self-start" onClick={takeSelected}>
          {t('edit.useSelected')}
        </Button>
      ) : null}
      <Warnings warnings={warnings} />
      <FormError>{useRefusalText(state)}</FormError>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="secondary" size="slim">
          {mustConfirm(warnings) ? t('edit.anyway') : props.save}
        </SubmitButton>
        <Link
          href={itemsAddress(deckId, view, { item: props.backTo })}
          prefetch={false}
          scroll={false}
          onClick={(event) => {
            event.preventDefault()
            draft.giveUp()
          }}
          className={buttonClass('bare', 'slim')}
        >
          {t('edit.cancel')}
        </Link>
      </div>
    </form>
  )
}

/** The words of the document at a sentence; none where that part of it is not on the page. */
function quotesAt({ parts }: ListedDocument, span: Span): readonly string[] {
  const part = parts.find(({ start, text }) => overlaps(span, { start, end: start + text.length }))
  return part ? [wordsAt(part, span).trim()] : []
}

function readType(form: FormData): ItemType {
  return ITEM_TYPES.find((type) => type === form.get('type')) ?? 'flashcard'
}

type OfferWrongProps = {
  form: { readonly current: HTMLFormElement | null }
  onOffer: (() => Promise<readonly string[]>) | null
  onFilled: () => void
}

/** Fills in wrong options of the same kind from the rest of the deck, for the author to choose from. */
function OfferWrong({ form, onOffer, onFilled }: OfferWrongProps) {
  const t = useTranslations('items.edit')
  const [offered, setOffered] = useState<readonly string[] | null>(null)
  if (!onOffer) return null
  const add = (option: string) => {
    const field = form.current?.elements.namedItem('wrong')
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = [field.value.trim(), option].filter((line) => line !== '').join('\n')
    setOffered((before) => before?.filter((text) => text !== option) ?? null)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    onFilled()
  }
  if (offered === null) {
    return (
      <Button
        variant="bare"
        size="slim"
        className="-ms-4 justify-self-start"
        onClick={() => void onOffer().then(setOffered, () => setOffered([]))}
      >
        {t('offerWrong')}
      </Button>
    )
  }
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 text-label">
      {offered.length === 0 ? t('noneOffered') : t('offered')}
      {offered.slice(0, MOST_OFFERED).map((option) => (
        <Button key={option} size="slim" onClick={() => add(option)}>
          {option}
        </Button>
      ))}
    </div>
  )
}

const MOST_OFFERED = 6

function Warnings({ warnings: { fault, findings } }: { warnings: EditWarnings }) {
  const t = useTranslations('items')
  const reasons = useReasonText()
  const told = findings.map((found) => ({
    line: reasons.sentence(found.code, found.values),
    ...(isDoubt(found) ? { Icon: Info, colour: 'text-ink-muted' } : { Icon: X, colour: 'text-wrong' }),
  }))
  // Two checks may have the same sentence.
  const lines = told.filter(({ line }, at) => told.findIndex((same) => same.line === line) === at)
  if (fault) lines.push({ line: t(`edit.${fault}`), Icon: Info, colour: 'text-ink-muted' })
  if (lines.length === 0) lines.push({ line: t('edit.fine'), Icon: CircleCheck, colour: 'text-correct' })
  return (
    <div role="status" className="grid gap-1 text-label leading-[1.5]">
      {lines.map(({ line, Icon, colour }) => (
        <p key={line} className={`grid grid-cols-[1.25rem_1fr] gap-2 ${colour}`}>
          <Icon aria-hidden="true" strokeWidth={1.75} className="mt-[0.1em] size-5" />
          {line}
        </p>
      ))}
    </div>
  )
}

function useRefusalText(state: SaveState): string | null {
  const t = useTranslations('items')
  if (state.kind !== 'refused' || state.reason === 'checks') return null
  return t(state.reason === 'not-found' ? 'told.gone' : `edit.${state.reason}`)
}
