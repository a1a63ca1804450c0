import { z } from 'zod'
import { invalid } from '../../grading/response'
import { editOptions, lettered, optionFields, revealOptions } from '../answer-options'
import { Answer, filled, type QuestionTypeModule, rejected } from '../question-type'
import { keepSpellings } from '../typed-answers'

const schema = z.object({ answers: z.array(Answer).readonly(), ...optionFields }).readonly()
export type MultipleContent = z.infer<typeof schema>
export type PublicMultiple = { readonly options: readonly string[] }

const textsOf = ({ answers }: MultipleContent): readonly string[] => answers.map(({ text }) => text)

/** Several right options; how many is not said. */
export const multiple: QuestionTypeModule<MultipleContent, PublicMultiple> = {
  schema,
  responseKind: 'multiple',
  cardRank: null,
  isStatement: false,
  asksEqualFacts: false,
  write: ({ answers, options, distractorReasons, distractorEvidence }) => ({
    ...{ options, key: answers.map(({ text }) => text), accepted: answers.map(({ accepted }) => accepted) },
    ...{ distractorReasons, distractorEvidence },
  }),
  edit(before, lines) {
    const key = filled(lines.key)
    const wrong = filled(lines.wrong).filter((option) => !key.includes(option))
    if (key.length === 0) return rejected('incomplete')
    // It would be saved and never asked.
    if (wrong.length === 0) return rejected('no-wrong-options')
    return {
      kind: 'edited',
      content: { answers: keepSpellings(before, key), ...editOptions(before, { key, wrong, reasons: lines.reasons }) },
    }
  },
  publicContent: ({ options }) => ({ options: [...options] }),
  /** Each right tick is worth its share; a tick too many takes one share away, never below nothing. */
  grade(content, response) {
    if (response.kind !== 'multiple') return invalid('a set of options was asked for')
    const ticked = new Set(response.options)
    if ([...ticked].some((option) => !content.options.includes(option))) return invalid('this option was not offered')
    const perKey = textsOf(content).map((key) => ticked.has(key))
    const right = perKey.filter(Boolean).length
    const tooMany = ticked.size - right
    const points = Math.max(0, right - tooMany) / perKey.length
    return { kind: 'graded', points, correct: points === 1, perKey }
  },
  rightResponse: (content) => ({ kind: 'multiple', options: textsOf(content) }),
  leakingWords: (content) => textsOf(content).map((text) => [text]),
  reveal: (content, response, context) =>
    revealOptions(content, textsOf(content), response.kind === 'multiple' ? response.options : [], context),
  printedSpace: ({ options }) => ({ kind: 'tick-all', options }),
  printedKey: (content) => textsOf(content).map((text) => lettered(content.options, text)),
}
