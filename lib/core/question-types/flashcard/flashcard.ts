import { z } from 'zod'
import { Answer, type ItemTypeModule } from '../question-type'
import { editAnswers, writeAnswers } from '../typed-answers'

/** The back: one entry, or the members of a list. */
const schema = z.object({ answers: z.array(Answer).readonly() }).readonly()
export type FlashcardContent = z.infer<typeof schema>

/** A card of two sides. A quiz does not ask it. */
export const flashcard: ItemTypeModule<FlashcardContent> = {
  schema,
  responseKind: null,
  cardRank: 0,
  isStatement: false,
  write: ({ answers }) => writeAnswers(answers),
  edit: editAnswers,
}
