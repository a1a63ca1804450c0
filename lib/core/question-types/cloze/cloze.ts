import { graded, invalid } from '../../grading/response'
import type { QuestionTypeModule } from '../question-type'
import { isMet, type OneTypedAnswer, oneTypedAnswer, textsIn } from '../typed-answers'

export type ClozeContent = OneTypedAnswer
export type PublicCloze = Record<never, never>

/** A sentence with one gap, to be typed. */
export const cloze: QuestionTypeModule<ClozeContent, PublicCloze> = {
  ...oneTypedAnswer,
  cardRank: 2,
  grade({ answer }, response, documentText) {
    const texts = textsIn(response)
    if (!texts) return invalid('words were asked for')
    const [text = '', ...more] = texts
    return more.length > 0 ? invalid('more answers than gaps') : graded([isMet(answer, text, documentText)])
  },
}
