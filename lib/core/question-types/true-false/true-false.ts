import { z } from 'zod'
import { graded, invalid } from '../../grading/response'
import { revealOptions } from '../answer-options'
import { NOTHING_WRITTEN, type QuestionTypeModule, rejected } from '../question-type'

const schema = z.object({ isTrue: z.boolean() }).readonly()
export type TrueFalseContent = z.infer<typeof schema>
export type PublicTrueFalse = { readonly options: typeof TRUTHS }

export const TRUTHS = ['True', 'False'] as const

const truthOf = ({ isTrue }: TrueFalseContent) => (isTrue ? 'True' : 'False')

/** A statement to judge. */
export const trueFalse: QuestionTypeModule<TrueFalseContent, PublicTrueFalse> = {
  schema,
  responseKind: 'choice',
  cardRank: null,
  isStatement: true,
  asksEqualFacts: false,
  write: (content) => ({ ...NOTHING_WRITTEN, options: TRUTHS, key: [truthOf(content)], accepted: [[]] }),
  edit(_, { key }) {
    const [truth] = TRUTHS.filter((option) => option === key[0]?.trim())
    return truth ? { kind: 'edited', content: { isTrue: truth === 'True' } } : rejected('incomplete')
  },
  publicContent: () => ({ options: TRUTHS }),
  grade(content, response) {
    if (response.kind !== 'choice') return invalid('one option was asked for')
    if (!TRUTHS.some((truth) => truth === response.option)) return invalid('this option was not offered')
    return graded([response.option === truthOf(content)])
  },
  rightResponse: (content) => ({ kind: 'choice', option: truthOf(content) }),
  // "True" gives nothing away.
  leakingWords: () => [],
  reveal: (content, response, context) =>
    revealOptions(
      { options: TRUTHS, distractorReasons: {}, distractorEvidence: {} },
      [truthOf(content)],
      response.kind === 'choice' ? [response.option] : [],
      context,
    ),
  printedSpace: () => ({ kind: 'tick', options: TRUTHS }),
  printedKey: (content) => [truthOf(content)],
}
