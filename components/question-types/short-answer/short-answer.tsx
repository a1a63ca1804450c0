import { useTranslations } from 'next-intl'
import type { PublicShortAnswer } from '@/lib/core/question-types/short-answer/short-answer'
import type { AnswerFieldsProps, QuestionComponents } from '../question-components'
import { StemAndKey } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'
import { PrintedLine } from '../shared/printed-spaces'
import { MissedTyped, TypedAnswers, TypedFields, useTypingNote } from '../shared/typed-answers'

export const shortAnswer: QuestionComponents<PublicShortAnswer> = {
  AnswerFields: Answers,
  Answered: TypedAnswers,
  Missed: MissedTyped,
  EditFields: StemAndKey,
  Key: KeyLine,
  Printed: PrintedLine,
}

function Answers({ content: { answers }, stem, given }: AnswerFieldsProps<PublicShortAnswer>) {
  const t = useTranslations('quiz.attempt')
  const note = useTypingNote(stem)
  if (answers === 1) return <TypedFields labels={[t('yourAnswer')]} note={note} given={given} />
  const labels = Array.from({ length: answers }, (_, at) => t('memberNumber', { number: at + 1 }))
  return <TypedFields labels={labels} note={t('anyOrder')} given={given} />
}
