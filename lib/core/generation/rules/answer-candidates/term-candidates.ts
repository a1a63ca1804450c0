import { nounKind, rankOf } from '../../../language/english/lexicon'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { countOf, type ReaderContext } from '../sentences/document-context'
import type { Sentence } from '../sentences/sentence'
import {
  endsInVerb,
  type GapCandidate,
  isCategory,
  isListMember,
  isPart,
  LONGEST_TERM,
  namesSomething,
  VAGUE_NOUN,
  WIDE_SCORE,
} from './phrase-checks'

const CONCRETE = new Set(['body', 'substance', 'animal', 'plant', 'artifact', 'food'])

/** Noun phrases of two to four words that name something: "beta waves", "territorial integrity"; terms in quotation marks. */
export function termsIn(sentence: Pick<Sentence, 'tokens' | 'text'>, context: ReaderContext): GapCandidate[] {
  const { tokens } = sentence
  const found: GapCandidate[] = quotedIn(tokens)
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    const range = withoutLightHead(tokens, { from: startOf(tokens, at, end), to: end })
    const score = scored(sentence, range, context)
    if (score > 0) found.push({ ...range, kind: 'term', score })
    at = end - 1
  }
  return found
}

const scored = (sentence: Pick<Sentence, 'tokens' | 'text'>, range: Range, context: ReaderContext): number => {
  const { tokens } = sentence
  if (isListMember(tokens, range) || endsInVerb(tokens, range)) return 0
  const isWide = !isPart(tokens, range) && !isCategory(tokens, range) && namesSomething(tokens, range)
  return scoreOfPhrase(sentence, range, context) || (isWide ? WIDE_SCORE : 0)
}

/** "the shy, nocturnal people": of a light noun the two adjectives are asked. */
const withoutLightHead = (tokens: readonly Token[], range: Range): Range =>
  isPair(tokens, range) && lowerAt(tokens, range.to - 1) === 'people' ? { from: range.from, to: range.to - 1 } : range

/** How well a phrase asks: joined adjectives, a noun with a name, a term that recurs; 0 for what is not asked. */
function scoreOfPhrase(sentence: Pick<Sentence, 'tokens' | 'text'>, range: Range, context: ReaderContext): number {
  if (!isSpecial(sentence.tokens, range) || isTheme(sentence, range, context) || isPart(sentence.tokens, range))
    return 0
  if (isCategory(sentence.tokens, range) || (range.to - range.from === 1 && !isRare(sentence, range, context))) return 0
  if (isPair(sentence.tokens, range) || isAdjectives(sentence.tokens, range)) return PAIR
  if (isNamedTerm(sentence.tokens, range)) return NAMED
  if (recurs(sentence, range, context)) return scoreOf(sentence.tokens, range.from, range.to)
  return isOnceMet(sentence.tokens, range) ? ONCE_SCORE : 0
}

// Everyone knows the commoner half of these by heart: what is rarer is a subject's own word.
const COMMON = 4000
const VERY_COMMON = 900

/** Has a word of its subject's own, and a head that is not everybody's: "adrenal gland", not "physiological reaction". */
function isSpecial(tokens: readonly Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to).filter(({ tag }) => /^(?:NOUN|PROPN|ADJ)$/.test(tag))
  const head = words.at(-1)
  const own = words.some(({ lower }) => rankOf(lower) > COMMON)
  return head !== undefined && (words.length > 2 ? own : own && rankOf(head.lower) > VERY_COMMON)
}

/** "the Central Asian region", "the Miasma theory". */
function isNamedTerm(tokens: readonly Token[], { from, to }: Range): boolean {
  const part = tokens.slice(from, to)
  const head = part.at(-1)
  if (
    part.length < 2 ||
    part.length > LONGEST_TERM ||
    head?.tag !== 'NOUN' ||
    VAGUE_NOUN.test(head.lower) ||
    /^(?:time|person)$/.test(nounKind(head.lower) ?? '')
  )
    return false
  return (
    part[0]?.tag === 'PROPN' &&
    part.slice(0, -1).every(({ tag, text }) => /^\p{Lu}/u.test(text) && /^(?:PROPN|ADJ)$/.test(tag)) &&
    /^\p{Ll}/u.test(head.text)
  )
}

/** A compound met once, of a kind that one can point at: "the phagocytic vacuole". */
const isOnceMet = (tokens: readonly Token[], { from, to }: Range): boolean =>
  (to - from > 2 && isTerm(tokens, from, to) && rareIn(tokens, from, to) > 1) ||
  (to - from > 1 &&
    rankOf(lowerAt(tokens, to - 1)) > COMMON &&
    isTerm(tokens, from, to) &&
    POINTABLE.has(nounKind(lowerAt(tokens, to - 1)) ?? ''))

const rareIn = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.slice(from, to).filter(({ lower }) => rankOf(lower) > COMMON).length

const POINTABLE = new Set([
  'body',
  'substance',
  'animal',
  'plant',
  'artifact',
  'food',
  'object',
  'place',
  'person',
  'group',
])
/** Only asked where a sentence asks nothing else. */
export const ONCE_SCORE = 1
const NAMED = 3.4
const PAIR = 3.8
const QUOTED = 4

/** Past the article; of "significant geopolitical and economic importance" from the first of the joined adjectives. */
function startOf(tokens: readonly Token[], at: number, end: number): number {
  const first = /^(?:DET|PRON)$/.test(tagAt(tokens, at)) ? at + 1 : at
  const from = lowerAt(tokens, first) === 'own' ? first + 1 : first
  const and = tokens.findIndex(({ lower }, n) => n > from && n < end && lower === 'and')
  return and > from + 1 && tagAt(tokens, and - 1) === 'ADJ' ? and - 1 : from
}

/** A noun with two adjectives: "a flexible and balanced policy", "friendly, mutually beneficial relations". */
function isPair(tokens: readonly Token[], { from, to }: Range): boolean {
  const part = tokens.slice(from, to)
  // "became more plentiful, social classes …": a comma after a verb's adjective ends its clause.
  const first = tagAt(tokens, from - 1)
  const joins = part.some(({ lower }) => lower === 'and' || (lower === ',' && /^(?:DET|ADP)$/.test(first)))
  return (
    joins &&
    part.length <= 6 &&
    part[0]?.tag === 'ADJ' &&
    part[0].lower !== 'other' &&
    part.at(-1)?.tag === 'NOUN' &&
    !part.some(({ lower }) => lower === 'other')
  )
}

const isAdjectives = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from === 3 &&
  tagAt(tokens, from) === 'ADJ' &&
  tagAt(tokens, to - 1) === 'ADJ' &&
  lowerAt(tokens, to) === 'people'

/** A single word is asked only if it is uncommon, names no person and occurs again. */
const isRare = ({ tokens, text }: Pick<Sentence, 'tokens' | 'text'>, range: Range, context: ReaderContext): boolean => {
  const word = lowerAt(tokens, range.from)
  return rankOf(word) > RARE && nounKind(word) !== 'person' && countOf(context.counts, textOf(text, tokens, range)) > 1
}
const RARE = 7000

/** So frequent that it is what the text is about: "near-Earth asteroids" in a text on them. */
const isTheme = ({ tokens }: Pick<Sentence, 'tokens' | 'text'>, range: Range, context: ReaderContext): boolean =>
  countOf(context.counts, lowerAt(tokens, range.to - 1)) >
  Math.max(MOST_OF_A_TERM, context.counts.total / WORDS_PER_THEME)
const MOST_OF_A_TERM = 6
const WORDS_PER_THEME = 150

const recurs = ({ tokens, text }: Pick<Sentence, 'tokens' | 'text'>, range: Range, context: ReaderContext): boolean =>
  isTerm(tokens, range.from, range.to) && countOf(context.counts, textOf(text, tokens, range)) > 1

/** One to four words in quotation marks, without the closing punctuation mark. */
function quotedIn(tokens: readonly Token[]): GapCandidate[] {
  const marks = tokens.flatMap(({ text }, at) => (/^["“”]$/.test(text) ? [at] : []))
  const found: GapCandidate[] = []
  for (let n = 0; n + 1 < marks.length; n += 2) {
    const from = (marks[n] ?? 0) + 1
    const close = marks[n + 1] ?? from
    const to = /^[,.;]$/.test(lowerAt(tokens, close - 1)) ? close - 1 : close
    if (to > from && to - from <= LONGEST_TERM) found.push({ from, to, kind: 'term', score: QUOTED })
  }
  return found
}

function isTerm(tokens: readonly Token[], from: number, to: number): boolean {
  const part = tokens.slice(from, to)
  const first = part[0]
  const head = part.at(-1)
  if (!first || !head || part.length > LONGEST_TERM || head.tag !== 'NOUN' || VAGUE_NOUN.test(head.lower)) return false
  if (part.some(({ tag, text }) => !/^(?:NOUN|ADJ|ADV|VERB)$/.test(tag) || /^\p{Lu}/u.test(text))) return false
  if (first.tag === 'ADJ' && !(RELATIONAL.test(first.lower) && !EVALUATIVE.test(first.lower))) return false
  return part.length >= 2 || isConcrete(head.lower)
}

const RELATIONAL = /(?:al|ic|ar|ary|an|ive|ous|ed|ing|ory)$/
const EVALUATIVE =
  /^(?:various|several|important|significant|additional|typical|usual|final|general|actual|special|massive|effective|serious|famous|original|initial|total|ideal)$/
const isConcrete = (word: string): boolean =>
  word.length > 4 && !word.endsWith('ing') && CONCRETE.has(nounKind(word) ?? '')

const scoreOf = (tokens: readonly Token[], from: number, to: number): number =>
  2 + (to - from === 2 ? 0.5 : 0) + (CONCRETE.has(nounKind(tokens[to - 1]?.lower ?? '') ?? '') ? 0.4 : 0)
