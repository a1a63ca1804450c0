import { lowerAt, tagAt } from '../language/english/at'
import { isPlural, nounKind, singularOf } from '../language/english/lexicon'
import { nounPhraseEnd, type Range } from '../language/english/phrases'
import type { Token } from '../language/english/tagger'
import type { Known } from './known'
import { countOf } from './word-counts'

const UNIQUE = new Set(
  'world earth sun moon sky universe planet sea ocean equator environment atmosphere internet public past future present east west north south middle body brain heart blood skin eye ear nose mouth lung liver kidney stomach nervous immune press military bible majority rest number amount beginning end middle century idea fact use right ability need'.split(
    ' ',
  ),
)
const VAGUE =
  /^(?:other|another|others|second|third|fourth|former|latter|previous|following|resulting|new|same|affected|preceding|next|remaining|above|aforementioned|said|certain|two|three|four|five|six)$/
const RANKS = /(?:est$|^(?:most|main|first|last|chief|principal|primary|only|leading|sole|preeminent|major)$)/
const RELATIONAL = /(?:al|ic|an|ar|ary|ish|ese|ory)$/

/**
 * The word of a range that points outside it, null when none does: a demonstrative, a pronoun without its noun,
 * a bare definite ("the region") that neither title nor heading nor the words before explain.
 */
export function danglingIn(tokens: readonly Token[], range: Range, known: Known): string | null {
  for (let at = range.from; at < range.to; at++) {
    if (points(tokens, range, at, known)) return lowerAt(tokens, at)
  }
  return null
}

function points(tokens: readonly Token[], range: Range, at: number, known: Known): boolean {
  const word = lowerAt(tokens, at)
  if (word === 'the') return !explained(tokens, range, at, known)
  if (PERSONAL.test(word)) return !expletive(tokens, at) && !hasAntecedent(tokens, range.from, at)
  return demonstrative(tokens, at)
}

function demonstrative(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  if (word === 'such') return lowerAt(tokens, at + 1) !== 'as'
  if (/^(?:all|both)$/.test(word)) return tagAt(tokens, at + 1) === 'NUM'
  if (word === 'other') return !SETS_APART.test(lowerAt(tokens, at - 1))
  if (word === 'that') return pointsThat(tokens, at)
  return /^(?:this|these|those|another|others|here|there|former|latter)$/.test(word)
}

const pointsThat = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'DET' && tagAt(tokens, at + 1) === 'NOUN' && !opensClause(tokens, at)

/** "found that study lasts": a verb after its noun makes "that" a conjunction. */
const opensClause = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && /^(?:VERB|AUX)$/.test(tagAt(tokens, nounPhraseEnd(tokens, at + 1)))

// "and other …", "any other …": what is other is said.
const SETS_APART = /^(?:and|or|like|unlike|any|no|than|many|most|each|among)$/

const PERSONAL =
  /^(?:it|its|they|their|them|theirs|he|his|him|she|her|hers|itself|themselves|himself|herself|we|us|our|you|your|i|me|my)$/

/** "it is vital for S to …": stands for what follows; not "it is important for health". */
const expletive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'it' &&
  tokens[at + 1]?.tag === 'AUX' &&
  tokens[at + 2]?.tag === 'ADJ' &&
  (/^(?:to|that)$/.test(lowerAt(tokens, at + 3)) ||
    (lowerAt(tokens, at + 3) === 'for' && lowerAt(tokens, nounPhraseEnd(tokens, at + 4)) === 'to'))

/** A noun of the right number stands before the pronoun within the range; he and she want a name or a person. */
function hasAntecedent(tokens: readonly Token[], from: number, at: number): boolean {
  const pronoun = tokens[at]?.lower ?? ''
  const nouns = tokens.slice(from, at).filter(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  if (/^(?:we|us|our|you|your|i|me|my)$/.test(pronoun)) return false
  if (/^(?:it|its|itself)$/.test(pronoun)) return nouns.some(({ lower }) => !isPlural(lower))
  if (/^(?:he|his|him|himself|she|her|hers|herself)$/.test(pronoun))
    return nouns.some((noun) => (noun.tag === 'PROPN' && !isQuoted(tokens, noun)) || nounKind(noun.lower) === 'person')
  const joined = tokens.slice(from, at).some(({ lower }) => lower === 'and')
  return nouns.some(({ lower }) => isPlural(lower) || nounKind(lower) === 'group') || joined
}

/** The word “Akkad” is no person. */
const isQuoted = (tokens: readonly Token[], noun: Token): boolean =>
  /^["“]$/.test(lowerAt(tokens, tokens.indexOf(noun) - 1))

/** "the" is explained by a name, a topic word, an earlier mention, a complement, a rank, or a thing there is one of. */
function explained(tokens: readonly Token[], range: Range, at: number, known: Known): boolean {
  const end = nounPhraseEnd(tokens, at)
  if (end === at) return /^(?:more|less|most|least|same)$/.test(lowerAt(tokens, at + 1))
  const owner = tokens.findIndex(({ text }, n) => n > at && n < end && /^['’]s?$/.test(text))
  const phrase = tokens.slice(at + 1, owner > 0 ? owner : end)
  const before = tokens.slice(range.from, at)
  const completed = owner < 0 && (hasComplement(tokens, end, range.to) || isRanked(tokens, phrase, end))
  if (phrase.some(({ lower }) => VAGUE.test(lower))) return vagueIsExplained(phrase, before, completed, known)
  return completed || phrase.some(isNamed) || isKnown(phrase, before, known)
}

/** "the same study" after "study", "the second of the rules", "the four directions" under "Directions". */
function vagueIsExplained(
  phrase: readonly Token[],
  before: readonly Token[],
  completed: boolean,
  known: Known,
): boolean {
  const first = phrase[0]?.lower ?? ''
  if (first === 'same' && mentioned(before, phrase.at(-1)?.lower ?? '')) return true
  return (completed && !ELSEWHERE.test(first)) || isCounted(phrase, known)
}

/** A thing there is one of, one said before, or one of the topic. */
function isKnown(phrase: readonly Token[], before: readonly Token[], known: Known): boolean {
  const head = phrase.at(-1)?.lower ?? ''
  return (
    isUnique(head, known) ||
    mentioned(before, head) ||
    phrase.slice(0, -1).some((word) => relates(word, known)) ||
    (before.length > 0 && isCompound(phrase, known)) ||
    known.lenient
  )
}

/** "the four priority directions" under "Priorities": how many there are is said of the topic. */
const isCounted = (phrase: readonly Token[], known: Known): boolean =>
  /^(?:two|three|four|five|six)$/.test(phrase[0]?.lower ?? '') &&
  phrase.length > 2 &&
  phrase
    .slice(1)
    .some(({ lower }) => [lower, `${lower}s`, lower.replace(/y$/, 'ies')].some((word) => known.topics.has(word)))

/** "the bandit formations": people named by two nouns that the document joins more than once; a "confirmation process" may be anyone's. */
const isCompound = (phrase: readonly Token[], known: Known): boolean =>
  phrase.length === 2 &&
  phrase.every(({ tag }) => tag === 'NOUN') &&
  /^(?:group|person)$/.test(nounKind(phrase[1]?.lower ?? '') ?? '') &&
  countOf(known.counts, phrase.map(({ lower }) => lower).join(' ')) > 1

/** "the largest city in Peru", "the greatest increase in rainfall". */
const isRanked = (tokens: readonly Token[], phrase: readonly Token[], end: number): boolean =>
  phrase.length > 1 &&
  /^(?:most|.{3,}est)$/.test(phrase[0]?.lower ?? '') &&
  /^(?:in|among|on)$/.test(lowerAt(tokens, end))

const ELSEWHERE = /^(?:other|another|former|latter|same|following|resulting|affected)$/
const isNamed = ({ tag, text }: Token): boolean => tag === 'PROPN' || /^\p{Lu}|\d/u.test(text)
const isUnique = (head: string, known: Known): boolean =>
  known.topics.has(head) || UNIQUE.has(singularOf(head)) || nounKind(singularOf(head)) === 'body'
const mentioned = (before: readonly Token[], head: string): boolean =>
  before.some(({ tag, lower }) => tag === 'NOUN' && singularOf(lower) === singularOf(head))
const relates = ({ lower }: Token, known: Known): boolean =>
  known.topics.has(lower) || UNIQUE.has(lower) || (RELATIONAL.test(lower) && !RANKS.test(lower))

/** "the capital of …", "the right to …", "the people who …". */
const hasComplement = (tokens: readonly Token[], end: number, to: number): boolean =>
  end < to && COMPLEMENT.test(lowerAt(tokens, pastPair(tokens, end)))

/** "the onset | and progression | of …". */
const pastPair = (tokens: readonly Token[], end: number): number =>
  lowerAt(tokens, end) === 'and' ? nounPhraseEnd(tokens, end + 1) : end

const COMPLEMENT = /^(?:of|to|for|between|that|which|who|whose|where|associated|called|known|responsible)$/
