import { z } from 'zod'
import { graded, invalid } from '../../grading/response'
import { editOptions, lettered, optionFields, revealOptions } from '../answer-options'
import { Answer, filled, type QuestionTypeModule, rejected } from '../question-type'
import { keepSpellings } from '../typed-answers'

const schema = z.object({ answer: Answer, ...optionFields }).readonly()
export type ChoiceContent = z.infer<typeof schema>
export type PublicChoice = { readonly options: readonly string[] }

/** A choice that says nothing without its options: "Which of these …". */
const POINTS_AT_OPTIONS =
  /\bof (?:these|those|the following)\b|\b(?:these|following|which) (?:options?|answers?|statements?)\b/i

/** One right option among wrong ones. */
export const choice: QuestionTypeModule<ChoiceContent, PublicChoice> = {
  schema,
  responseKind: 'choice',
  cardRank: 4,
  isStatement: false,
  asksEqualFacts: false,
  isCardStem: (stem) => !POINTS_AT_OPTIONS.test(stem),
  write: ({ answer, options, distractorReasons, distractorEvidence }) => ({
    ...{ options, key: [answer.text], accepted: [answer.accepted] },
    ...{ distractorReasons, distractorEvidence },
  }),
  edit(before, lines) {
    const key = filled(lines.key)
    const [answer, ...more] = keepSpellings(before, key)
    const wrong = filled(lines.wrong).filter((option) => !key.includes(option))
    if (!answer) return rejected('incomplete')
    if (more.length > 0) return rejected('several-answers')
    // It would be saved and never asked.
    if (wrong.length === 0) return rejected('no-wrong-options')
    return { kind: 'edited', content: { answer, ...editOptions(before, { key, wrong, reasons: lines.reasons }) } }
  },
  publicContent: ({ options }) => ({ options: [...options] }),
  grade({ answer, options }, response) {
    if (response.kind !== 'choice') return invalid('one option was asked for')
    if (!options.includes(response.option)) return invalid('this option was not offered')
    return graded([response.option === answer.text])
  },
  rightResponse: ({ answer }) => ({ kind: 'choice', option: answer.text }),
  leakingWords: ({ answer }) => [[answer.text]],
  reveal: (content, response, context) =>
    revealOptions(content, [content.answer.text], response.kind === 'choice' ? [response.option] : [], context),
  printedSpace: ({ options }) => ({ kind: 'tick', options }),
  printedKey: ({ answer, options }) => [lettered(options, answer.text)],
}
