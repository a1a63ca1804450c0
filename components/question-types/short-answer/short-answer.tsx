import { useTranslations } from 'next-intl'
import type { PublicShortAnswer } from '@/lib/core/question-types/short-answer/short-answer'
import { StemAndKey } from '../shared/edit-fields'
import type { AnswerFieldsProps, QuestionComponents } from '../shared/question-components'
import { TypedFields, typedAnswer, useTypingNote } from '../shared/typed-answers'

export const shortAnswer: QuestionComponents<PublicShortAnswer> = {
  ...typedAnswer,
  AnswerFields: Answers,
  EditFields: StemAndKey,
}

function Answers({ content: { answers }, stem, given }: AnswerFieldsProps<PublicShortAnswer>) {
  const t = useTranslations('quiz.attempt')
  const note = useTypingNote(stem)
  if (answers === 1) return <TypedFields labels={[t('yourAnswer')]} note={note} given={given} />
  const labels = Array.from({ length: answers }, (_, at) => t('memberNumber', { number: at + 1 }))
  return <TypedFields labels={labels} note={t('anyOrder')} given={given} />
}
