'use client'

import { useTranslations } from 'next-intl'
import type { Span } from '@/lib/core/document/document'
import type { Edit } from '@/lib/core/question-types/question-type'
import { write, wrongOptions } from '@/lib/core/question-types/registry'
import { SpellingFields } from '../question-types/shared/edit-fields'
import { Disclosure } from '../ui/disclosure'
import { EditorForm, type EditorFormProps } from './editor-form'
import { writeSpan } from './items-query'
import type { ItemsScreenProps, ListedItem, RefusedDraft } from './items-types'
import type { Start } from './use-editor-form'

type EditorProps = Pick<
  EditorFormProps,
  'deckId' | 'document' | 'view' | 'owner' | 'selected' | 'onClose' | 'onSaved'
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
        answer && type === item.type && write(answer).accepted.some(({ length }) => length > 0) ? (
          <Disclosure summary={<span className="text-label">{t('otherSpellings')}</span>}>
            <div className="mb-2 grid gap-3">
              <SpellingFields written={write(answer)} edit={edit} />
            </div>
          </Disclosure>
        ) : null
      }
      onOfferWrong={({ key, wrong }) =>
        props.actions.offerWrong(props.deckId, { itemId: item.id, key, wrong, evidence: spans })
      }
    >
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="wasType" value={item.type === 'gaps' ? 'cloze' : item.type} />
      <input type="hidden" name="wasEvidence" value={proofs.map(writeSpan).join()} />
    </EditorForm>
  )
}

function editOf({ stem, answer }: ListedItem): Edit {
  if (!answer) return { stem, key: [], wrong: [] }
  const { key, distractorReasons: reasons } = write(answer)
  return { stem, key, wrong: wrongOptions(answer), reasons }
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
      name={['write', writeSpan(sentence), ...(begun ? [begun.refusalId] : [])].join(' ')}
      action={props.actions.write}
      start={start}
      refusedFor={begun}
      quotes={[]}
      backTo={null}
      save={t('save')}
      spellings={() => null}
      onOfferWrong={({ key, wrong }) =>
        props.actions.offerWrong(props.deckId, { itemId: null, key, wrong, evidence: [sentence] })
      }
    >
      {begun ? <input type="hidden" name="refusalId" value={begun.refusalId} /> : null}
    </EditorForm>
  )
}
