import { memberRanges } from '../../../language/english/coordination'
import { textOf } from '../../../language/english/word-case'
import type { Claim } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import { type Sentence, spanOf } from '../sentences/sentence'
import { claimsOfList } from './list-claims'
import { readClauseLabel } from './list-label'

/** "S is made of three parts: A, B, and C": read as a list under its intro, when the number is the members'. */
export function inlineListClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens, text } = sentence
  const colon = tokens.findIndex(({ text: mark }) => mark === ':')
  const stop = tokens.findIndex(({ text: mark }, n) => n > colon && /^[.;:!?—–]$/.test(mark))
  // Nothing may follow the members.
  if (colon < 0 || stop < tokens.length - 1) return []
  const members = memberRanges(tokens, { from: colon + 1, to: stop }, true).map((range) => ({
    text: textOf(text, tokens, range),
    span: spanOf(sentence, tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0),
    definition: null,
  }))
  const intro = text.slice(0, tokens[colon]?.end)
  const label = members.length < 2 ? null : readClauseLabel(intro, 0, members.length, context)
  return label === null
    ? []
    : claimsOfList(label, members, { intro: sentence.span, also: sentence.also, heading: sentence.heading })
}
