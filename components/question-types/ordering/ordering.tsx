import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Response } from '@/lib/core/grading/response'
import type { PublicOrdering } from '@/lib/core/question-types/ordering/ordering'
import type { AnswerSpace, Edit, Written } from '@/lib/core/question-types/question-type'
import { PrintedRows } from '../shared/answer-spaces-on-paper'
import { AnsweredRows, MissedRows } from '../shared/answered-rows'
import { KeyField, StemField } from '../shared/edit-fields'
import type { QuestionComponents } from '../shared/question-components'
import { OrderFields } from './order-fields'

export const ordering: QuestionComponents<PublicOrdering> = {
  AnswerFields: ({ content, given, moved }) => <OrderFields entries={begun(content, given)} moved={moved} />,
  Answered: AnsweredRows,
  Missed: MissedRows,
  EditFields: EntryFields,
  Key: Entries,
  Printed: PrintedEntries,
}

function EntryFields({ edit }: { edit: Edit }) {
  const t = useTranslations('items.edit')
  return (
    <>
      <StemField edit={edit} />
      <KeyField edit={edit} hint={t('orderHint')} />
    </>
  )
}

/** The entries in the order that was begun, or in the shown order if that has other entries. */
function begun({ entries }: PublicOrdering, given: Response | null): readonly string[] {
  if (given?.kind !== 'order') return entries
  const isSame = [...given.entries].sort().join('\n') === [...entries].sort().join('\n')
  return isSame ? given.entries : entries
}

function Entries({ written, isRejected }: { written: Written; isRejected: boolean }) {
  return (
    <ol className={clsx('font-semibold', isRejected && 'line-through', 'mt-1 grid list-decimal gap-1 ps-6')}>
      {written.key.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ol>
  )
}

function PrintedEntries({ space }: { space: AnswerSpace }) {
  return space.kind === 'order' ? <PrintedRows rows={space.options} mark="blank" /> : null
}
