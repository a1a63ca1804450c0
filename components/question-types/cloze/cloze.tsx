import { useTranslations } from 'next-intl'
import type { PublicCloze } from '@/lib/core/question-types/cloze/cloze'
import type { Edit } from '@/lib/core/question-types/question-type'
import type { AnswerFieldsProps, QuestionComponents } from '../question-components'
import { KeyField, StemField } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'
import { PrintedLine } from '../shared/printed-spaces'
import { MissedTyped, TypedAnswers, TypedFields, useTypingNote } from '../shared/typed-answers'

export const cloze: QuestionComponents<PublicCloze> = {
  AnswerFields: Gap,
  Answered: TypedAnswers,
  Missed: MissedTyped,
  EditFields: ClozeFields,
  Key: KeyLine,
  Printed: PrintedLine,
}

function ClozeFields({ edit }: { edit: Edit }) {
  const t = useTranslations('items.edit')
  return (
    <>
      <StemField edit={edit} hint={t('clozeHint')} />
      <KeyField edit={edit} />
    </>
  )
}

function Gap({ stem, given }: AnswerFieldsProps<PublicCloze>) {
  const t = useTranslations('quiz.attempt')
  return <TypedFields labels={[t('yourAnswer')]} note={useTypingNote(stem)} given={given} />
}
