import type { ItemComponents } from '../question-components'
import { KeyField, StemField } from '../shared/edit-fields'
import { KeyLine } from '../shared/key-lines'

export const flashcard: ItemComponents = {
  EditFields: ({ words }) => (
    <>
      <StemField words={words} stem="edit.front" />
      <KeyField words={words} label="edit.back" />
    </>
  ),
  Key: KeyLine,
}
