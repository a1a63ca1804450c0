import { GAP } from '../../../item/gap'
import { fullPhraseEnd, type Range } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import { type Token, tagSentence } from '../../../language/english/tagger'
import type { Known } from '../sentences/reader-context'
import { danglingIn } from '../sentences/unresolved-reference'

const LONGEST_GAP = 9

/** A list member with one of its own parts left out: "strengthening _____ in the region". */
type MemberGap = {
  readonly gapped: string
  readonly answer: string
  readonly start: number
  readonly end: number
}

/**
 * What a member is about: the object of its -ing verb, and what its last preposition leads to. The rest of
 * the member stays in the question, so that the gap has one filling.
 */
export function memberGaps(member: string, known: Known): MemberGap[] {
  const tokens = tagSentence(member)
  if (tokens.length < 4) return []
  return (tokens[0]?.lower.endsWith('ing') ? answersIn(tokens) : tailOf(tokens))
    .filter(({ from, to }) => to - from <= LONGEST_GAP && to > from && standsAlone(tokens, { from, to }, known))
    .map((range) => gapAt(member, tokens, range))
    .filter(({ answer }) => !/^(?:their|its|his|her|our)\b/i.test(answer))
    .filter(({ gapped, answer }) => gapped.split(/\s+/).length >= 3 && /\p{L}{4}/u.test(answer) && isSpecific(answer))
}

/** More than one bare noun: "the region" and "cooperation" are too easily guessed. */
const isSpecific = (answer: string): boolean =>
  answer.replace(/^(?:the|an?|its|their) /i, '').split(' ').length > 1 || /^(?:the )?\p{Lu}/u.test(answer)

/** "the norms of | international law": what the last preposition of a plain phrase leads to; a name stays whole. */
function tailOf(tokens: readonly Token[]): Range[] {
  if (tokens.some(({ text, tag }) => /\p{Lu}|[,;:]/u.test(text) || tag === 'VERB' || tag === 'AUX')) return []
  const last = tokens.findLastIndex(({ tag }) => tag === 'ADP')
  const target = { from: last + 1, to: fullPhraseEnd(tokens, last + 1, () => true) }
  return last > 0 && target.to === tokens.length ? [target] : []
}

function answersIn(tokens: readonly Token[]): Range[] {
  const verb = tokens[1]?.lower === 'and' ? 2 : 0
  const object = { from: verb + 1, to: fullPhraseEnd(tokens, verb + 1, (word) => word === 'of') }
  const last = tokens.findLastIndex(({ tag, lower }) => tag === 'ADP' && lower !== 'of')
  const target = last < 0 ? null : { from: last + 1, to: fullPhraseEnd(tokens, last + 1, () => true) }
  const ends = target && target.to === tokens.length && target.from >= object.to ? [target] : []
  return [object, ...ends]
}

/** What is left of the member points at nothing outside it. */
function standsAlone(tokens: readonly Token[], gap: Range, known: Known): boolean {
  const left = tokens.filter((_, n) => n < gap.from || n >= gap.to)
  return danglingIn(left, { from: 0, to: left.length }, known) === null
}

function gapAt(member: string, tokens: readonly Token[], range: Range): MemberGap {
  const start = tokens[range.from]?.start ?? 0
  const end = tokens[range.to - 1]?.end ?? start
  const rest = member.slice(end).replace(/^ \(\p{Lu}{2,}\)/u, '')
  return { gapped: member.slice(0, start) + GAP + rest, answer: textOf(member, tokens, range), start, end }
}
