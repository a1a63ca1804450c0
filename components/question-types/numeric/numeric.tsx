import { useTranslations } from 'next-intl'
import type { PublicNumeric } from '@/lib/core/question-types/numeric/numeric'
import type { AnswerFieldsProps, QuestionComponents } from '../question-components'
import { StemAndKey } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'
import { PrintedLine } from '../shared/printed-spaces'
import { MissedTyped, TypedAnswers, TypedFields, useTypingNote } from '../shared/typed-answers'

export const numeric: QuestionComponents<PublicNumeric> = {
  AnswerFields: NumberField,
  Answered: TypedAnswers,
  Missed: MissedTyped,
  EditFields: StemAndKey,
  Key: KeyLine,
  Printed: PrintedLine,
}

function NumberField({ stem, given }: AnswerFieldsProps<PublicNumeric>) {
  const t = useTranslations('quiz.attempt')
  return <TypedFields labels={[t('yourNumber')]} note={useTypingNote(stem)} given={given} inputMode="decimal" />
}
