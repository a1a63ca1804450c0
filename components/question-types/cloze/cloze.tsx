import { useTranslations } from 'next-intl'
import type { PublicCloze } from '@/lib/core/question-types/cloze/cloze'
import type { AnswerFieldsProps, QuestionComponents } from '../question-components'
import { KeyField, StemField } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'
import { PrintedLine } from '../shared/printed-spaces'
import { MissedTyped, TypedAnswers, TypedFields, useTypingNote } from '../shared/typed-answers'

export const cloze: QuestionComponents<PublicCloze> = {
  AnswerFields: Gap,
  Answered: TypedAnswers,
  Missed: MissedTyped,
  EditFields: ({ words }) => (
    <>
      <StemField words={words} stemHint="edit.clozeHint" />
      <KeyField words={words} />
    </>
  ),
  Key: KeyLine,
  Printed: PrintedLine,
}

function Gap({ stem, given }: AnswerFieldsProps<PublicCloze>) {
  const t = useTranslations('quiz.attempt')
  return <TypedFields labels={[t('yourAnswer')]} note={useTypingNote(stem)} given={given} />
}
