import { nounKind } from '../language/english/lexicon'
import { type Name, namesIn } from '../language/english/names'
import { nounPhraseEnd, type Range } from '../language/english/phrases'
import { textOf } from '../language/english/surface'
import type { Token } from '../language/english/tagger'
import { timePhrases } from '../language/english/times'
import type { Known } from './known'
import type { Sentence } from './sentence'
import { countOf } from './word-counts'

const LONGEST_TERM = 4
// A date that can be changed for sure: "in 1785", not "the Act of 1785" or "until 1785".
const EXACT_TIME = /^(?:in|on|during|between|from|since)$/

/** A phrase of a sentence that could be left out, with how well it asks. */
export type Candidate = Range & {
  readonly score: number
  readonly kind: 'name' | 'number' | 'date' | 'term'
  readonly exact?: boolean
}

export const textIn = (sentence: Sentence, range: Range): string => textOf(sentence.text, sentence.tokens, range)

/** What may be left out of a sentence: names, dates, numbers and terms that occur in it once. */
export function candidates(sentence: Sentence, known: Known): Candidate[] {
  const { tokens } = sentence
  const names = pairsOf(
    tokens,
    namesIn(tokens).filter(({ to }) => tokens[to]?.tag !== 'NOUN'),
  ).filter((name) => !inList(tokens, name))
  const dates = timePhrases(tokens)
    .filter(({ preposition }) => preposition !== 'of')
    .map(
      ({ value, preposition }): Candidate => ({
        ...value,
        kind: 'date',
        score: 4,
        exact: EXACT_TIME.test(preposition),
      }),
    )
  const found = [...names, ...dates, ...numbers(tokens), ...terms(sentence, known)]
  return found.filter((candidate) => fits(sentence, candidate, known))
}

/** Said once, no topic word, and not the first word of the sentence. */
function fits(sentence: Sentence, candidate: Candidate, known: Known): boolean {
  const text = textIn(sentence, candidate)
  const lower = text.toLowerCase()
  const once = sentence.text.toLowerCase().split(lower).length === 2
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    once &&
    candidate.from > 0 &&
    !/[/\d]\s?$/.test(sentence.text.slice(0, sentence.tokens[candidate.from]?.start ?? 0)) &&
    !/^(?:west|east|north|south|western|eastern|northern|southern)$/.test(lower) &&
    !words.every((word) => known.topics.has(word) || known.title.toLowerCase().includes(word))
  )
}

/** "Austria and Hungary" is one answer; a name alone is one as well. */
function pairsOf(tokens: readonly Token[], names: readonly Name[]): Candidate[] {
  const found: Candidate[] = []
  for (const [n, name] of names.entries()) {
    const before = names[n - 1]
    const joined =
      before && before.to + 1 === name.from && tokens[before.to]?.lower === 'and' && before.type === name.type
    if (joined) found.push({ from: before.from, to: name.to, kind: 'name', score: 5 })
    else found.push({ from: name.from, to: name.to, kind: 'name', score: name.type === 'name' ? 3 : 5 })
  }
  return found
}

/** One member of a list: the others could stand in its place. */
const inList = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.tag === 'CCONJ' ||
  tokens[to]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.text === ',' && tokens.slice(from, to).some(({ lower }) => lower === 'and')) ||
  (tokens[from - 1]?.text === ',' && tokens[to]?.text === ',')

/** "4 to 18 perforations": half of a range is no answer. */
const isRange = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:to|or|and)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.tag === 'NUM') ||
  (/^(?:to|or|and)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.tag === 'NUM')

/** "two systems—A and B": what follows gives the number away. */
const listedLater = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at).some(({ text }) => /^(?:[:—–]|--)$/.test(text))

/** "67 percent men and 33 percent women": the one follows from the other. */
const completes = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ tag, text }, n) => n !== at && tag === 'NUM' && Number(text) + Number(tokens[at]?.text) === 100)

const isCount = ({ tag, text, lower }: Token): boolean =>
  tag === 'NUM' &&
  !/^\p{Lu}/u.test(text) &&
  !/^(?:one|1|hundred|thousand|million|billion|dozen)$|^\d{4}$|century/.test(lower)

/** No part of a longer number, of a label ("stage 2") or of a name ("the Thirty Years' War"). */
const standsFree = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.tag !== 'NUM' &&
  !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') &&
  !/^(?:NUM|NOUN|PROPN)$/.test(tokens[at - 1]?.tag ?? '') &&
  !/^[^\p{L}\p{N}\s,("“'’]/u.test(tokens[at - 1]?.text ?? '') &&
  !/^(?:all|the|these|those|both|other)$/.test(tokens[at - 1]?.lower ?? '')

/** Counts with what they count; "one" is more often a pronoun. */
function numbers(tokens: readonly Token[]): Candidate[] {
  return tokens.flatMap((token, at): Candidate[] => {
    if (
      !isCount(token) ||
      completes(tokens, at) ||
      !standsFree(tokens, at) ||
      isRange(tokens, at) ||
      listedLater(tokens, at)
    )
      return []
    return /^(?:NOUN|ADJ|PROPN)$/.test(tokens[at + 1]?.tag ?? '') || /^(?:%|percent)$/.test(tokens[at + 1]?.text ?? '')
      ? [{ from: at, to: at + 1, kind: 'number', score: 5 }]
      : []
  })
}

const VAGUE_NOUN =
  /^(?:structures?|systems?|levels?|objects?|devices?|materials?|products?|items?|process(?:es)?|increase|decrease|change|changes|period|time|times|people|person|individuals?|part|parts|number|others?|way|ways|methods?|groups?|members?|areas?|use|uses|thing|things|substances?|forms?|effects?|results?|causes?|reasons?|factors?|patterns?|rates?|activity|body|release|water|food|building|air|surface|environment)$/
const CONCRETE = new Set(['body', 'substance', 'animal', 'plant', 'artifact', 'food'])

/** Noun phrases of two to four words that name something: "beta waves", "territorial integrity". */
function terms({ tokens, text }: Sentence, known: Known): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    const from = /^(?:DET|PRON)$/.test(tokens[at]?.tag ?? '') ? at + 1 : at
    if (isAsked({ tokens, text }, { from, to: end }, known))
      found.push({ from, to: end, kind: 'term', score: scoreOf(tokens, from, end) })
    at = end - 1
  }
  return found
}

/** A term that recurs, or a noun with two adjectives ("a flexible and balanced policy"). */
function isAsked({ tokens, text }: Pick<Sentence, 'tokens' | 'text'>, range: Range, known: Known): boolean {
  if (inList(tokens, range)) return false
  const joined = tokens.slice(range.from, range.to).findIndex(({ lower }) => lower === 'and')
  if (joined > 0)
    return (
      range.to - range.from <= 5 &&
      tokens[range.from]?.tag === 'ADJ' &&
      tokens[range.to - 1]?.tag === 'NOUN' &&
      tokens[range.from]?.lower !== 'other'
    )
  return isTerm(tokens, range.from, range.to) && countOf(known.counts, textOf(text, tokens, range)) > 1
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
