import type { Edit } from '@/lib/core/question-types/question-type'
import type { PublicTrueFalse } from '@/lib/core/question-types/true-false/true-false'
import { choice } from '../choice/choice'
import type { QuestionComponents } from '../question-components'
import { StemField } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'
import { TruthField } from './truth-field'

export const trueFalse: QuestionComponents<PublicTrueFalse> = {
  ...choice,
  EditFields: ({ words }: { words: Edit }) => (
    <>
      <StemField words={words} stem="edit.statement" />
      <TruthField truth={words.key[0] ?? 'True'} />
    </>
  ),
  Key: KeyLine,
}
