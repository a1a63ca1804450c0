import { KeyField, StemField } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'
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
