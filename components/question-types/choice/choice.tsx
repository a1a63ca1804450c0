import { valuesOf } from '@/lib/core/grading/response'
import type { PublicChoice } from '@/lib/core/question-types/choice/choice'
import type { QuestionComponents } from '../question-components'
import { StemKeyAndWrong } from '../shared/edit-fields'
import { KeyAndWrong } from '../shared/key-lines'
import { OptionFields } from '../shared/option-fields'
import { PrintedBoxes } from '../shared/printed-spaces'
import { AnsweredOptions, MissedOptions } from '../shared/settled-options'

export const choice: QuestionComponents<PublicChoice> = {
  AnswerFields: ({ content, given }) => (
    <OptionFields type="radio" options={content.options} chosen={given ? valuesOf(given) : []} />
  ),
  Answered: ({ feedback }) => <AnsweredOptions feedback={feedback} isMultiple={false} />,
  Missed: (props) => <MissedOptions {...props} isMultiple={false} />,
  EditFields: StemKeyAndWrong,
  Key: KeyAndWrong,
  Printed: PrintedBoxes,
}
