import { z } from 'zod'
import { graded, invalid } from '../../grading/response'
import { Answer, type QuestionTypeModule } from '../question-type'
import { editAnswer, isMet, settleTyped, textsIn, writeAnswers } from '../typed-answers'

const schema = z.object({ answer: Answer }).readonly()
export type ClozeContent = z.infer<typeof schema>
export type PublicCloze = Record<never, never>

/** A sentence with one gap, to be typed. */
export const cloze: QuestionTypeModule<ClozeContent, PublicCloze> = {
  schema,
  responseKind: 'text',
  cardRank: 2,
  isStatement: false,
  asksEqualFacts: false,
  write: ({ answer }) => writeAnswers([answer]),
  edit: editAnswer,
  publicContent: () => ({}),
  grade({ answer }, response, documentText) {
    const texts = textsIn(response)
    if (!texts) return invalid('words were asked for')
    const [text = '', ...more] = texts
    return more.length > 0 ? invalid('more answers than gaps') : graded([isMet(answer, text, documentText)])
  },
  rightResponse: ({ answer }) => ({ kind: 'text', texts: [answer.text] }),
  leakingWords: ({ answer }) => [[answer.text]],
  settle: (_, response, { perKey }) => settleTyped(response, perKey),
  printedSpace: (_, hasGaps) => ({ kind: hasGaps ? 'gaps' : 'line' }),
  printedKey: ({ answer }) => [answer.text],
}
