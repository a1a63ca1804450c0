import type { PublicChoice } from '@/lib/core/question-types/choice/choice'
import { KeyAndWrong } from '../shared/answer-key-lines'
import { StemKeyAndWrong } from '../shared/edit-fields'
import { singleChoice } from '../shared/options'
import type { QuestionComponents } from '../shared/question-components'

export const choice: QuestionComponents<PublicChoice> = {
  ...singleChoice,
  EditFields: StemKeyAndWrong,
  Key: KeyAndWrong,
}
