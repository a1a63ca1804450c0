import { matchNumber } from '../../grading/match-text'
import { graded, invalid } from '../../grading/response'
import type { QuestionTypeModule } from '../question-type'
import { type OneTypedAnswer, oneTypedAnswer, spellingsOf, textsIn } from '../typed-answers'

export type NumericContent = OneTypedAnswer
export type PublicNumeric = Record<never, never>

/** A number to be typed, with or without its unit. */
export const numeric: QuestionTypeModule<NumericContent, PublicNumeric> = {
  ...oneTypedAnswer,
  cardRank: 3,
  grade({ answer }, response, documentText) {
    const texts = textsIn(response)
    if (!texts) return invalid('a number was asked for')
    const [text = '', ...more] = texts.filter((typed) => typed.trim() !== '')
    if (more.length > 0) return invalid('one number was asked for')
    return graded([spellingsOf(answer).some((spelling) => matchNumber(text, spelling, documentText))])
  },
}
