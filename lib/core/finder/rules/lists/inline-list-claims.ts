import { memberRanges } from '../../../language/english/coordination'
import type { Range } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import type { Claim } from '../claims/claim'
import type { Reading } from '../sentences/reading'
import { spanOf } from '../sentences/sentence'
import { claimsOfList } from './list-claims'
import { readClauseIntro } from './list-intro-clause'

/** "S is made of three parts: A, B, and C": read as a list under its intro, when the number is the members'. */
export function inlineListClaims({ sentence, known }: Reading): Claim[] {
  const { tokens, text } = sentence
  const colon = tokens.findIndex(({ text: mark }) => mark === ':')
  if (colon < 0) return []
  const ranges = membersAfter(tokens, colon)
  const members = ranges.map((range) => ({
    text: textOf(text, tokens, range),
    span: spanOf(sentence, tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0),
    definition: null,
  }))
  const label = members.length < 2 ? null : readClauseIntro(text.slice(0, tokens[colon]?.end), 0, members.length, known)
  if (label === null) return []
  const place = { intro: sentence.span, also: sentence.also, heading: sentence.heading }
  return claimsOfList(label, members, place, known)
}

/** The members up to the end; none when anything else follows. */
function membersAfter(tokens: Reading['clause']['tokens'], colon: number): Range[] {
  const stop = tokens.findIndex(({ text }, n) => n > colon && /^[.;:!?—–]$/.test(text))
  return stop < tokens.length - 1 ? [] : memberRanges(tokens, { from: colon + 1, to: stop }, true)
}
