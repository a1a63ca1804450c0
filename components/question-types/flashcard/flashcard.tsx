import { KeyLine } from '../shared/answer-key-lines'
import { KeyField, StemField } from '../shared/edit-fields'
import type { ItemComponents } from '../shared/question-components'

export const flashcard: ItemComponents = {
  EditFields: ({ edit }) => (
    <>
      <StemField edit={edit} stem="edit.front" />
      <KeyField edit={edit} label="edit.back" />
    </>
  ),
  Key: KeyLine,
}
