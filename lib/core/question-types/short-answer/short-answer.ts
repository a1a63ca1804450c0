import { z } from 'zod'
import { matchListAnswer, readList } from '../../grading/match-list-answer'
import { graded, invalid, type Score } from '../../grading/response'
import { Answer, type QuestionTypeModule } from '../question-type'
import { editAnswers, isMet, revealTyped, spellingsOf, textsIn, writeAnswers } from '../typed-answers'

const schema = z.object({ answers: z.array(Answer).readonly() }).readonly()
export type ShortAnswerContent = z.infer<typeof schema>
/** How many answers are asked for. */
export type PublicShortAnswer = { readonly answers: number }

/** An answer to be typed, or the members of a list in any order. */
export const shortAnswer: QuestionTypeModule<ShortAnswerContent, PublicShortAnswer> = {
  schema,
  responseKind: 'text',
  cardRank: 1,
  isStatement: false,
  asksEqualFacts: false,
  write: ({ answers }) => writeAnswers(answers),
  edit: editAnswers,
  publicContent: ({ answers }) => ({ answers: answers.length }),
  grade({ answers }, response, documentText) {
    const texts = textsIn(response)
    if (!texts) return invalid('words were asked for')
    return gradeTexts(answers, texts, documentText)
  },
  rightResponse: ({ answers }) => ({ kind: 'text', texts: answers.map(({ text }) => text) }),
  leakingWords: ({ answers }) => answers.map(({ text }) => [text]),
  reveal({ answers }, response, { perKey, documentText }) {
    const texts = textsIn(response) ?? []
    if (answers.length === 1 || texts.length === 1) return revealTyped(response, perKey)
    // Members may be typed in any order, so each text is asked by itself whether it is one.
    const counts = texts.map((text) => {
      const alone = gradeTexts(answers, [text], documentText)
      return alone.kind === 'graded' && alone.perKey.includes(true)
    })
    return revealTyped(response, counts)
  },
  printedSpace: (_, hasGaps) => ({ kind: hasGaps ? 'gaps' : 'line' }),
  printedKey: ({ answers }) => answers.map(({ text }) => text),
}

function gradeTexts(answers: readonly Answer[], texts: readonly string[], documentText: string): Score {
  const given = texts.filter((text) => text.trim() !== '')
  const [only, ...others] = answers
  if (only && others.length === 0) {
    const [text = '', ...more] = given
    return more.length > 0 ? invalid('one answer was asked for') : graded([isMet(only, text, documentText)])
  }
  if (given.length === 0) return graded(answers.map(() => false))
  const readings = readList(texts).map((members) => matchListAnswer(members, answers.map(spellingsOf), documentText))
  const best = readings.reduce((a, b) => (b.points > a.points ? b : a))
  return { kind: 'graded', points: best.points, correct: best.points === 1, perKey: best.perKey }
}
