import { z } from 'zod'
import { matchNumber } from '../../grading/match-text'
import { graded, invalid } from '../../grading/response'
import { Answer, type QuestionTypeModule } from '../question-type'
import { editAnswer, settleTyped, spellingsOf, textsIn, writeAnswers } from '../typed-answers'

const schema = z.object({ answer: Answer }).readonly()
export type NumericContent = z.infer<typeof schema>
export type PublicNumeric = Record<never, never>

/** A number to be typed, with or without its unit. */
export const numeric: QuestionTypeModule<NumericContent, PublicNumeric> = {
  schema,
  responseKind: 'text',
  cardRank: 3,
  isStatement: false,
  asksEqualFacts: false,
  write: ({ answer }) => writeAnswers([answer]),
  edit: editAnswer,
  publicContent: () => ({}),
  grade({ answer }, response, documentText) {
    const texts = textsIn(response)
    if (!texts) return invalid('a number was asked for')
    const [text = '', ...more] = texts.filter((typed) => typed.trim() !== '')
    if (more.length > 0) return invalid('one number was asked for')
    return graded([spellingsOf(answer).some((spelling) => matchNumber(text, spelling, documentText))])
  },
  rightResponse: ({ answer }) => ({ kind: 'text', texts: [answer.text] }),
  leakingWords: ({ answer }) => [[answer.text]],
  settle: (_, response, { perKey }) => settleTyped(response, perKey),
  printedSpace: (_, hasGaps) => ({ kind: hasGaps ? 'gaps' : 'line' }),
  printedKey: ({ answer }) => [answer.text],
}
