import { useTranslations } from 'next-intl'
import type { PublicNumeric } from '@/lib/core/question-types/numeric/numeric'
import { StemAndKey } from '../shared/edit-fields'
import type { AnswerFieldsProps, QuestionComponents } from '../shared/question-components'
import { TypedFields, typedAnswer } from '../shared/typed-answers'

export const numeric: QuestionComponents<PublicNumeric> = {
  ...typedAnswer,
  AnswerFields: NumberField,
  EditFields: StemAndKey,
}

function NumberField({ given }: AnswerFieldsProps<PublicNumeric>) {
  const t = useTranslations('quiz.attempt')
  return <TypedFields labels={[t('yourNumber')]} note={t('exactNumber')} given={given} inputMode="decimal" />
}
