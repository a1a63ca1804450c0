import { type Name, type NameType, namesIn } from '../language/english/names'
import type { Range } from '../language/english/phrases'
import { textOf } from '../language/english/surface'
import type { Token } from '../language/english/tagger'
import { timePhrases } from '../language/english/times'
import { inList } from './in-list'
import type { Known } from './known'
import type { Sentence } from './sentence'
import { termsIn } from './term-candidates'

// A date that can be changed for sure: "in 1785", not "the Act of 1785" or "until 1785".
const EXACT_TIME = /^(?:in|on|during|between|from|since)$/

/** A phrase of a sentence that could be left out, with how well it asks. */
export type Candidate = Range & {
  readonly score: number
  readonly kind: 'name' | 'number' | 'date' | 'term'
  readonly exact?: boolean
  /** What a name names, as its place in the sentence tells. */
  readonly type?: NameType
}

export const textIn = (sentence: Sentence, range: Range): string => textOf(sentence.text, sentence.tokens, range)

/** What may be left out of a sentence: names, dates, numbers and terms that occur in it once. */
export function candidates(sentence: Sentence, known: Known): Candidate[] {
  const { tokens } = sentence
  const names = pairsOf(
    tokens,
    namesIn(tokens).filter(({ to }) => !/^(?:NOUN|ADJ)$/.test(tokens[to]?.tag ?? '')),
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
  const found = [...names, ...dates, ...numbers(tokens), ...termsIn(sentence, known)]
  return found.filter((candidate) => fits(sentence, candidate, known))
}

/** "HIV/AIDS", "3000 RPM": half of a pair or a unit. */
function touchesSlash({ text, tokens }: Sentence, { from, to }: Range): boolean {
  const before = text.slice(0, tokens[from]?.start ?? 0)
  const after = text.slice(tokens[to - 1]?.end ?? 0)
  return /[/\d]\s?$/.test(before) || after.startsWith('/')
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
    !touchesSlash(sentence, candidate) &&
    !/^(?:west|east|north|south|western|eastern|northern|southern)$/.test(lower) &&
    !words.every((word) => known.topics.has(word))
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
    else
      found.push({ from: name.from, to: name.to, kind: 'name', score: name.type === 'name' ? 3 : 5, type: name.type })
  }
  return found
}

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
