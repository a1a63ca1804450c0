'use client'

import { CircleCheck, Info } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect } from 'react'
import type { Span } from '@/lib/core/document/document'
import { charactersOf } from '@/lib/core/item/item-limits'
import type { Edit, EditFault } from '@/lib/core/question-types/question-type'
import { ITEM_TYPES, type ItemType } from '@/lib/core/question-types/registry'
import { ANSWERS_PER_QUESTION } from '@/lib/core/shared/input-limits'
import { itemComponents } from '../question-types/registry'
import { type FieldFault, FieldFaultContext } from '../question-types/shared/field-fault'
import { ActionForm } from '../ui/action-form'
import { Button, buttonClass } from '../ui/button'
import { FormError, SelectField, SubmitButton } from '../ui/field'
import { DraftNote } from '../ui/form-draft'
import { useAnnounce } from '../ui/live-region'
import { type EditWarnings, mustConfirm } from './edit-warnings'
import { FindingLines, useFindingLines } from './finding-lines'
import { overlaps } from './highlight-text'
import { itemsAddress, queryOf } from './items-query'
import type { ItemsScreenProps, Reason, SaveState } from './items-types'
import { ProofField } from './proof-field'
import { useReasonText } from './reason-text'
import { type EditorOptions, type Saved, useEditorForm } from './use-editor-form'
import { WrongOptionFields } from './wrong-option-fields'

type Editor = ReturnType<typeof useEditorForm>

export type EditorFormProps = EditorOptions & {
  view: ItemsScreenProps['view']
  /** The sentence that is selected in the document, as another proof. */
  selected: Span | null
  backTo: string | null
  save: string
  /** Why what the editor begins with was refused. */
  refusedFor?: Reason | null
  spellings: (edit: Edit, type: ItemType) => ReactNode
  onOfferWrong: (written: Edit) => Promise<readonly string[]>
  children?: ReactNode
}

// An author writes gaps as a cloze with several of them.
const WRITTEN_TYPES = ITEM_TYPES.filter((type) => type !== 'gaps')

/** Checks speak while typing, and the author may save in spite of them. Unsaved words stay until they are saved or given up. */
export function EditorForm(props: EditorFormProps) {
  const t = useTranslations('items')
  const { deckId, view } = props
  const editor = useEditorForm(props)
  const { form, draft, warnings, state } = editor
  const fault = useShownFault(editor)
  const refusal = useRefusalText(state)
  useFocusFault(editor, fault)
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [form])
  const back = (item: string | null) => itemsAddress(deckId, view, { item })
  if (state.kind === 'saved') return <SavedNote saved={state} backTo={back(state.itemId)} />
  return (
    <ActionForm
      form={editor.sending}
      ref={form}
      onChange={editor.change}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.leave()
        // Else the first button of the form would be pressed, which looks for a proof.
        if (event.key === 'Enter' && isRadio(event.target)) {
          event.preventDefault()
          form.current?.requestSubmit()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
      }}
      // Below what stays at the top of a narrow screen.
      className="mt-3 grid gap-3 font-app text-body text-ink max-wide:**:scroll-mt-[40dvh]"
      data-editor=""
      noValidate
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="view" value={queryOf(view)} />
      {mustConfirm(warnings) ? <input type="hidden" name="anyway" value="1" /> : null}
      {props.children}
      {draft.isDraft ? <DraftNote onStartOver={draft.startOver} /> : null}
      <Fields {...props} {...{ editor, fault }} />
      <Warnings {...{ warnings, fault }} type={editor.fields.type} refusedFor={props.refusedFor ?? null} />
      <FormError>{fault ? null : refusal}</FormError>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton variant="secondary" size="slim">
          {mustConfirm(warnings) ? t('edit.anyway') : props.save}
        </SubmitButton>
        <Link
          href={back(props.backTo)}
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
    </ActionForm>
  )
}

const isRadio = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type === 'radio'

type FieldsProps = EditorFormProps & { editor: Editor; fault: FieldFault | null }

/** The type, the fields of the type, and the sentence that proves the item. */
function Fields({ editor, document, selected, ...props }: FieldsProps) {
  const t = useTranslations('items')
  const { fields, proof } = editor
  const { EditFields } = itemComponents(fields.type)
  const hasOptions = fields.type === 'choice' || fields.type === 'multiple'
  const other = proof && selected && !overlaps(proof, selected) ? selected : null
  return (
    <>
      <SelectField
        label={t('edit.type')}
        name="type"
        value={fields.type}
        onChange={editor.changeType}
        className="min-h-11! bg-paper! sm:w-auto! sm:justify-self-start"
      >
        {WRITTEN_TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`type.${type}`)}
          </option>
        ))}
      </SelectField>
      <FieldFaultContext value={props.fault}>
        <EditFields key={fields.type} edit={fields.edit} />
      </FieldFaultContext>
      <div className="grid">
        {hasOptions ? (
          <WrongOptionFields
            key={fields.type}
            form={editor.form}
            before={fields.edit}
            now={editor.now}
            onOffer={props.onOfferWrong}
            onChange={editor.change}
            onNoKey={editor.needKey}
          />
        ) : null}
        {props.spellings(fields.edit, fields.type)}
        {proof ? (
          <ProofField {...{ document, proof }} found={editor.found} isFound={editor.state.kind === 'found'} />
        ) : null}
        {other ? (
          <Button
            variant="bare"
            size="slim"
            className="-ms-4 justify-self-start"
            onClick={() => editor.takeProof(other)}
          >
            {t('edit.useSelected')}
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** Without scripts; with them the editor closes. */
function SavedNote({ saved: { stem, findings }, backTo }: { saved: Saved; backTo: string }) {
  const t = useTranslations('items')
  const lines = useFindingLines(findings)
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {t('told.saved', { stem })}
        <Link href={backTo} prefetch={false} className={buttonClass('secondary', 'slim')}>
          {t('edit.goOn')}
        </Link>
      </p>
      <FindingLines lines={lines} />
    </>
  )
}

/** What a field lacks: once the item was sent, or where wrong options are asked for before the answer. */
function useShownFault({ faultAt, lacksKey, fields }: Editor): FieldFault | null {
  const t = useTranslations('items.edit')
  if (faultAt) return { field: faultAt.field, text: t(faultKey(faultAt.fault, fields.type)) }
  return lacksKey ? { field: 'key', text: t('offerAfterKey') } : null
}

/** An item that was refused has the focus at the first field that lacks something. */
function useFocusFault({ form, state }: Editor, fault: FieldFault | null): void {
  const announce = useAnnounce()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer.
  useEffect(() => {
    if (state.kind !== 'refused' || !fault) return
    const field = form.current?.querySelector<HTMLElement>(`[name=${fault.field}]`)
    // What has the focus already is not read again.
    if (field === document.activeElement) announce(fault.text)
    field?.focus()
  }, [state])
}

type WarningsProps = { warnings: EditWarnings; fault: FieldFault | null; type: ItemType; refusedFor: Reason | null }

function Warnings({ warnings: { fault, findings }, fault: shown, type, refusedFor }: WarningsProps) {
  const t = useTranslations('items.edit')
  const reasons = useReasonText()
  const lines = useFindingLines(findings)
  if (fault && !shown) lines.push({ line: t(faultKey(fault, type)), Icon: Info, colour: 'text-ink-muted' })
  if (refusedFor && findings.every(({ code }) => code !== refusedFor.code)) {
    const reason = reasons.sentence(refusedFor.code, refusedFor.values)
    lines.unshift({ line: t('refusedFor', { reason }), Icon: Info, colour: 'text-ink' })
  }
  if (lines.length === 0 && !fault) lines.push({ line: t('fine'), Icon: CircleCheck, colour: 'text-correct' })
  return <FindingLines lines={lines} isLive />
}

const faultKey = (fault: EditFault, type: ItemType) =>
  fault === 'incomplete' && type === 'matching' ? 'incompletePairs' : fault

function useRefusalText(state: SaveState): string | null {
  const t = useTranslations('items')
  if (state.kind !== 'refused' || state.reason === 'checks') return null
  if (state.reason === 'not-found') return t('told.gone')
  if (state.reason !== 'too-long') return t(`edit.${faultKey(state.reason, state.type)}`)
  const most = charactersOf(state.type)
  return t(state.type === 'flashcard' ? 'edit.tooLongCard' : 'edit.tooLong', { most, lines: ANSWERS_PER_QUESTION })
}
