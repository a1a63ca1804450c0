import { GAP } from '../../../item/gap'
import { lowerAt } from '../../../language/english/at'
import { numberValue } from '../../../language/english/number-words'
import type { Range } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import type { Token } from '../../../language/english/tagger'
import type { Claim } from '../claims/claim'
import { close, makeClaim } from '../claims/make-claim'
import type { Known } from '../sentences/reader-context'
import type { Sentence } from '../sentences/sentence'
import { danglingIn } from '../sentences/unresolved-reference'

const FEWEST = 3
const LONGEST_MEMBER = 7
const REACH = 7

/** "is made of four layers: A, B, C, and D": what a colon lists after its own number, to be recalled whole. */
export function countedListClaims(sentence: Sentence, known: Known): Claim[] {
  const { tokens, text } = sentence
  const colon = tokens.findIndex(({ text: mark }) => mark === ':')
  const members = colon < 1 ? [] : membersAfter(tokens, colon)
  if (members.length < FEWEST || !isCounted(tokens, colon, members.length)) return []
  if (danglingIn(tokens, { from: 0, to: colon }, known) !== null) return []
  const texts = members.map((member) => textOf(text, tokens, member))
  const before = text.slice(0, tokens[colon]?.end)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(text),
      subject: before,
      relation: 'list',
      answer: texts.join('; '),
      at: { from: members[0]?.from ?? colon, to: members.at(-1)?.to ?? colon },
      answerType: 'list',
      like: 'list counted',
      members: texts,
      question: `${before} ${GAP}.`,
    }),
  ]
}

/** The number of the members stands shortly before the colon. */
const isCounted = (tokens: readonly Token[], colon: number, count: number): boolean =>
  tokens.slice(Math.max(0, colon - REACH), colon).some(({ lower }) => numberValue(lower) === count)

/** What commas and a last "and" part, to the end of the sentence; none when a member is too long to be one. */
function membersAfter(tokens: readonly Token[], colon: number): Range[] {
  const end = tokens.length - 1
  const members: Range[] = []
  let from = colon + 1
  for (let at = from; at <= end; at++) {
    if (at < end && lowerAt(tokens, at) !== ',' && !isLastAnd(tokens, at, end)) continue
    if (at > from) members.push({ from, to: at })
    from = lowerAt(tokens, at + 1) === 'and' ? at + 2 : at + 1
    at = from - 1
  }
  return members.some(({ from: a, to: b }) => b - a > LONGEST_MEMBER || /^[;:–—]$/.test(lowerAt(tokens, a)))
    ? []
    : members
}

/** The "and" after which nothing is parted any more. */
const isLastAnd = (tokens: readonly Token[], at: number, end: number): boolean =>
  lowerAt(tokens, at) === 'and' && !tokens.slice(at + 1, end).some(({ lower }) => lower === ',' || lower === 'and')
