import { z } from 'zod'
import { graded, invalid } from '../../grading/response'
import { lettered, placeOptions } from '../answer-options'
import { filled, NOTHING_WRITTEN, type QuestionTypeModule, rejected } from '../question-type'
import { linesToPairs, Pair, pairText } from './pair'

/** `options`: all right sides and perhaps more, in an order that reveals nothing. */
const schema = z.object({ pairs: z.array(Pair).readonly(), options: z.array(z.string()).readonly() }).readonly()
export type MatchingContent = z.infer<typeof schema>
export type PublicMatching = { readonly prompts: readonly string[]; readonly options: readonly string[] }

/** An option for each prompt. */
export const matching: QuestionTypeModule<MatchingContent, PublicMatching> = {
  schema,
  responseKind: 'pairs',
  cardRank: null,
  isStatement: false,
  asksEqualFacts: true,
  write: ({ pairs, options }) => ({
    ...NOTHING_WRITTEN,
    options,
    key: pairs.map(pairText),
    accepted: pairs.map(() => []),
  }),
  edit(before, lines) {
    const pairs = linesToPairs(filled(lines.key), before.options)
    if (!pairs || pairs.length === 0) return rejected('incomplete')
    const right = [...new Set(pairs.map((pair) => pair.right))]
    const wrong = filled(lines.wrong).filter((option) => !right.includes(option))
    return { kind: 'edited', content: { pairs, options: placeOptions(before.options, [...right, ...wrong]) } }
  },
  // Prompts without their right sides: those stand among the options, in an order that a seed gave.
  publicContent: ({ pairs, options }) => ({ prompts: pairs.map(({ left }) => left), options: [...options] }),
  /** Each prompt is worth its share; one that was left empty earns nothing. */
  grade({ pairs, options }, response) {
    if (response.kind !== 'pairs') return invalid('an option for each prompt was asked for')
    const { chosen } = response
    if (chosen.length > pairs.length) return invalid('more answers than prompts')
    if (chosen.some((option) => option !== '' && !options.includes(option)))
      return invalid('this option was not offered')
    return graded(pairs.map(({ right }, at) => chosen[at] === right))
  },
  rightResponse: ({ pairs }) => ({ kind: 'pairs', chosen: pairs.map(({ right }) => right) }),
  leakingWords: ({ pairs }) => pairs.map(({ left, right }) => [left, right]),
  reveal({ pairs }, response, { perKey, evidenceAt }) {
    const chosen = response.kind === 'pairs' ? response.chosen : []
    const shown = pairs.map(({ left, right }, at) => ({
      prompt: left,
      given: chosen[at] ?? '',
      right,
      counted: perKey[at] ?? false,
      evidence: evidenceAt(at),
    }))
    return { kind: 'pairs', pairs: shown }
  },
  printedSpace: ({ prompts, options }) => ({ kind: 'letters', prompts, options }),
  printedKey: ({ pairs, options }) => pairs.map(({ left, right }) => `${left}: ${lettered(options, right)}`),
}
