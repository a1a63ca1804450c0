'use client'

import { useTranslations } from 'next-intl'
import type { Span } from '@/lib/core/document/document'
import type { Edit, Written } from '@/lib/core/question-types/question-type'
import { write, wrongOptions } from '@/lib/core/question-types/registry'
import { SpellingFields } from '../question-types/shared/edit-fields'
import { Disclosure } from '../ui/disclosure'
import { EditorForm, type EditorFormProps } from './editor-form'
import { readSpan, writeSpan } from './items-query'
import type { ItemsScreenProps, ListedItem, RefusedDraft } from './items-types'
import type { Start } from './use-editor-form'
import type { Merging } from './use-writing'

type EditorProps = Pick<
  EditorFormProps,
  'deckId' | 'document' | 'view' | 'owner' | 'selected' | 'handle' | 'onClose' | 'onSaved'
> &
  Pick<ItemsScreenProps, 'actions'>

/** Edits an item: its words, its type and the sentence that proves it. */
export function ItemEditor({ item, ...props }: EditorProps & { item: ListedItem }) {
  const t = useTranslations('items.edit')
  const { answer } = item
  const proofs = answer?.evidence ?? []
  const spans = proofs.map(({ start, end }): Span => ({ start, end }))
  return (
    <EditorForm
      {...props}
      name={item.id}
      action={props.actions.save}
      start={{ type: item.type, edit: editOf(item), proof: spans.length === 1 ? (spans[0] ?? null) : null }}
      quotes={proofs.map(({ quote }) => quote)}
      backTo={item.id}
      save={t('save')}
      spellings={(edit, type) =>
        answer && type === item.type ? <OtherSpellings written={write(answer)} edit={edit} /> : null
      }
      onOfferWrong={({ stem, key, wrong }) =>
        props.actions.offerWrong(props.deckId, { itemId: item.id, stem, key, wrong, evidence: spans })
      }
    >
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="wasType" value={item.type === 'gaps' ? 'cloze' : item.type} />
      <input type="hidden" name="wasEvidence" value={proofs.map(writeSpan).join()} />
    </EditorForm>
  )
}

/** Makes one item of two neighbours, in whose place it is saved. */
export function MergeEditor({ merging: { items, draft }, ...props }: EditorProps & { merging: Merging }) {
  const t = useTranslations('items.edit')
  const proofs = uniqueProofs(items)
  const spans = proofs.map(({ start, end }): Span => ({ start, end }))
  const ids = items.map(({ id }) => id)
  return (
    <EditorForm
      {...props}
      name={['merge', ...ids].join(' ')}
      action={props.actions.merge}
      start={{ type: draft.type, edit: editOfDraft(draft), proof: spans.length === 1 ? (spans[0] ?? null) : null }}
      quotes={proofs.map(({ quote }) => quote)}
      backTo={ids[0] ?? null}
      save={t('saveMerged')}
      spellings={(edit, type) =>
        type === draft.type ? (
          <OtherSpellings written={{ key: draft.key, accepted: draft.accepted ?? [] }} edit={edit} />
        ) : null
      }
      onOfferWrong={({ stem, key, wrong }) =>
        props.actions.offerWrong(props.deckId, { itemId: ids[0] ?? null, stem, key, wrong, evidence: spans })
      }
    >
      <p className="text-label text-ink-muted">{t('merging')}</p>
      <input type="hidden" name="itemIds" value={ids.join()} />
      <input type="hidden" name="wasKey" value={draft.key.join('\n')} />
      <input type="hidden" name="wasEvidence" value={spans.map(writeSpan).join()} />
    </EditorForm>
  )
}

const uniqueProofs = (items: readonly ListedItem[]) => [
  ...new Map(items.flatMap(({ answer }) => answer?.evidence ?? []).map((proof) => [writeSpan(proof), proof])).values(),
]

const editOfDraft = ({ stem, key, wrong, reasons = {} }: Merging['draft']): Edit => ({ stem, key, wrong, reasons })

type OtherSpellingsProps = { written: Pick<Written, 'key' | 'accepted'>; edit: Edit }

function OtherSpellings({ written, edit }: OtherSpellingsProps) {
  const t = useTranslations('items.edit')
  if (written.accepted.every(({ length }) => length === 0)) return null
  return (
    <Disclosure summary={<span className="text-label">{t('otherSpellings')}</span>}>
      <div className="mb-2 grid gap-3">
        <SpellingFields written={written} edit={edit} />
      </div>
    </Disclosure>
  )
}

function editOf({ stem, answer }: ListedItem): Edit {
  if (!answer) return { stem, key: [], wrong: [] }
  const { key, distractorReasons: reasons } = write(answer)
  return { stem, key, wrong: wrongOptions(answer), reasons }
}

const WRITE = 'write'

/** The sentence on which a draft was being written; null for an edit, and for a draft that was refused before. */
export function writtenOn(draft: string): Span | null {
  const [kind, sentence, refusalId] = draft.split(' ')
  return kind === WRITE && !refusalId ? readSpan(sentence) : null
}

/** Writes a new item on a sentence. `begun` is a draft that was refused, for the author to put right. */
export function ItemWriter({
  sentence,
  begun,
  ...props
}: EditorProps & { sentence: Span; begun: RefusedDraft | null }) {
  const t = useTranslations('items.write')
  const empty: Edit = { stem: '', key: [], wrong: [] }
  const start: Start = { type: begun?.draft.type ?? 'flashcard', edit: begun?.draft ?? empty, proof: sentence }
  return (
    <EditorForm
      {...props}
      name={[WRITE, writeSpan(sentence), ...(begun ? [begun.refusalId] : [])].join(' ')}
      action={props.actions.write}
      start={start}
      refusedFor={begun}
      quotes={[]}
      backTo={null}
      save={t('save')}
      spellings={() => null}
      onOfferWrong={({ stem, key, wrong }) =>
        props.actions.offerWrong(props.deckId, { itemId: null, stem, key, wrong, evidence: [sentence] })
      }
    >
      {begun ? <input type="hidden" name="refusalId" value={begun.refusalId} /> : null}
    </EditorForm>
  )
}
