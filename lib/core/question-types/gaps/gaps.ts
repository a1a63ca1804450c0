import { z } from 'zod'
import { graded, invalid } from '../../grading/response'
import { countGaps } from '../../shared/gap-placeholder'
import { Answer, filled, type QuestionTypeModule, rejected, type Written } from '../question-type'
import { isMet, revealTyped, textsIn, writeAnswers } from '../typed-answers'

/** The answers in the order of the gaps. */
const schema = z.object({ gaps: z.array(Answer).readonly() }).readonly()
export type GapsContent = z.infer<typeof schema>
export type PublicGaps = { readonly gaps: number }

/** Between an answer and other spellings of it that count, in an author's line. */
const OR = ' / '

/** A sentence with several gaps, each graded by itself. */
export const gaps: QuestionTypeModule<GapsContent, PublicGaps> = {
  schema,
  responseKind: 'text',
  cardRank: 2,
  isStatement: false,
  asksEqualFacts: false,
  write: (content) => writeAnswers(content.gaps),
  edit(before, { stem, key }) {
    const lines = filled(key)
    if (lines.length === 0) return rejected('incomplete')
    if (lines.length !== countGaps(stem)) return rejected('other-number-of-gaps')
    return { kind: 'edited', content: { gaps: lines.map((line) => readGap(before, line)) } }
  },
  publicContent: (content) => ({ gaps: content.gaps.length }),
  /** Each gap is worth its share. */
  grade(content, response, documentText) {
    const texts = textsIn(response)
    if (!texts) return invalid('words were asked for')
    if (texts.length > content.gaps.length) return invalid('more answers than gaps')
    return graded(content.gaps.map((answer, at) => isMet(answer, texts[at] ?? '', documentText)))
  },
  rightResponse: (content) => ({ kind: 'text', texts: content.gaps.map(({ text }) => text) }),
  leakingWords: (content) => content.gaps.map(({ text }) => [text]),
  reveal: (content, response, { perKey }) =>
    // A gap that was left empty after the last one that was filled is shown as empty.
    revealTyped({ kind: 'text', texts: content.gaps.map((_, at) => textsIn(response)?.[at] ?? '') }, perKey),
  printedSpace: (_, hasGaps) => ({ kind: hasGaps ? 'gaps' : 'line' }),
  printedKey: (content) => content.gaps.map(({ text }, at) => `${at + 1}. ${text}`),
}

/** "Batken / Batken region": an answer with another spelling. Spellings that counted before stay with their answer. */
function readGap(before: Written, line: string): Answer {
  const [text = '', ...spellings] = filled(line.split(OR))
  const kept = before.accepted[before.key.indexOf(text)] ?? []
  return { text, accepted: [...new Set([...kept, ...spellings])] }
}
