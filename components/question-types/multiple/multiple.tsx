import { useTranslations } from 'next-intl'
import { valuesOf } from '@/lib/core/grading/response'
import type { PublicMultiple } from '@/lib/core/question-types/multiple/multiple'
import { KeyAndWrong } from '../shared/answer-key-lines'
import { PrintedBoxes } from '../shared/answer-spaces-on-paper'
import { StemKeyAndWrong } from '../shared/edit-fields'
import { AnsweredOptions, MissedOptions, OptionFields } from '../shared/options'
import type { AnswerFieldsProps, QuestionComponents } from '../shared/question-components'

export const multiple: QuestionComponents<PublicMultiple> = {
  AnswerFields: Boxes,
  Answered: ({ feedback }) => <AnsweredOptions feedback={feedback} isMultiple />,
  Missed: (props) => <MissedOptions {...props} isMultiple />,
  EditFields: StemKeyAndWrong,
  Key: KeyAndWrong,
  Printed: PrintedBoxes,
}

function Boxes({ content, given }: AnswerFieldsProps<PublicMultiple>) {
  const t = useTranslations('quiz.attempt')
  return (
    <>
      <p className="mb-4 text-ink-muted text-label">{t('all')}</p>
      <OptionFields type="checkbox" options={content.options} chosen={given ? valuesOf(given) : []} />
    </>
  )
}
