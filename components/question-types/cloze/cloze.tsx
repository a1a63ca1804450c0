import { useTranslations } from 'next-intl'
import type { PublicCloze } from '@/lib/core/question-types/cloze/cloze'
import type { Edit } from '@/lib/core/question-types/question-type'
import { KeyField, StemField } from '../shared/edit-fields'
import type { AnswerFieldsProps, QuestionComponents } from '../shared/question-components'
import { TypedFields, typedAnswer, useTypingNote } from '../shared/typed-answers'

export const cloze: QuestionComponents<PublicCloze> = {
  ...typedAnswer,
  AnswerFields: Gap,
  EditFields: ClozeFields,
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
