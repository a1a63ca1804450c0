import { lowerAt, tagAt } from '../language/english/at'
import { nameKind, nounKind, rankOf } from '../language/english/lexicon'
import { type Name, type NameType, namesIn } from '../language/english/names'
import { nounPhraseEnd, type Range } from '../language/english/phrases'
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
    namesIn(tokens).filter((name) => isWhole(tokens, name) && !isCommon(name)),
  ).filter((name) => !inList(tokens, name) && !isSetting(tokens, name) && !isExample(tokens, name.from))
  const dates = timePhrases(tokens)
    .filter(({ value }) => !/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, value.to)))
    .filter(
      ({ preposition, value }) =>
        preposition !== 'of' &&
        !(lowerAt(tokens, value.from) === 'the' && /^\d{4}$/.test(lowerAt(tokens, value.from + 1))),
    )
    .map(
      ({ value, preposition }): Candidate => ({
        ...value,
        kind: 'date',
        score: 4,
        exact: EXACT_TIME.test(preposition),
      }),
    )
  const terms = termsIn(sentence, known).filter((term) => !isSetting(tokens, term))
  const found = [...names, ...dates, ...numbers(tokens), ...terms]
  return found.filter((candidate) => fits(sentence, candidate, known))
}

/** Not "University" of "University of al-Azhar", nor a name that describes the noun after it. */
const isWhole = (tokens: readonly Token[], { from, to }: Range): boolean =>
  !/^(?:northern|southern|eastern|western|central|mainland|modern|ancient|upper|lower)$/.test(
    lowerAt(tokens, from - 1),
  ) &&
  !/^(?:NOUN|ADJ)$/.test(tagAt(tokens, to)) &&
  (nounPhraseEnd(tokens, from) <= to || isOwner(tokens, to)) &&
  !continuesName(tokens, from) &&
  !/^(?:al|el|ibn|bin|bint|von|van|de|du|la|le|di|da)(?:$|-)/.test(lowerAt(tokens, to)) &&
  !(
    /^(?:of|on|for)$/.test(lowerAt(tokens, to)) &&
    /^\p{Lu}/u.test(tokens[lowerAt(tokens, to + 1) === 'the' ? to + 2 : to + 1]?.text ?? '')
  ) &&
  lowerAt(tokens, from - 1) !== 'fellow'

/** "Hume's Treatise" is Hume's; of "Halley's Comet" Halley is a part. */
const isOwner = (tokens: readonly Token[], at: number): boolean =>
  /^['’]s?$/.test(lowerAt(tokens, at)) && !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')

/** "Vuelta a España", "al-Hassan Shirazi": the name began before. */
const continuesName = (tokens: readonly Token[], from: number): boolean => {
  const before = tokens[from - 1]?.text ?? ''
  if (/-\p{Lu}/u.test(before) || (from > 1 && /^\p{Lu}\p{Ll}/u.test(before) && tagAt(tokens, from - 1) === 'PROPN'))
    return true
  if (/^(?:de|di|da|du|von|van|ibn|della|del)$/.test(before)) return true
  return /^(?:a|la|el|al|y|e)$/.test(before) && /^\p{Lu}/u.test(tokens[from - 2]?.text ?? '')
}

/** "Supreme Court", "Europe": made of everyday words, or a part of the world: what the words around it say already. */
const isCommon = ({ text, type }: Name): boolean =>
  type === 'country' ||
  (!text.includes(' ') && nounKind(text.toLowerCase()) !== null && nameKind(text) === null) ||
  (type === 'name' && /^(?:\p{Lu}\p{Ll}+ )*\p{Lu}\p{Ll}+(?:s|ers|ans|ese|ish)$/u.test(text)) ||
  /^(?:Europe|Africa|Asia|America|Americas|North America|South America|Latin America|Antarctica|Australia|Earth|Moon|Sun)$/.test(
    text,
  ) ||
  (!/\d/.test(text) &&
    !/\p{Lu}{2}/u.test(text) &&
    text.split(/[ -]/).every((word) => /^\p{Ll}/u.test(word) || isEveryday(word)))

const isEveryday = (word: string): boolean => {
  const lower = word.toLowerCase()
  return rankOf(lower) < COMMON && (nounKind(lower) !== null || nameKind(word) !== 'person')
}
const COMMON = 7000

/** "desserts, such as _____": another example would do. */
const isExample = (tokens: readonly Token[], from: number): boolean =>
  lowerAt(tokens, from - 1) === 'as' && lowerAt(tokens, from - 2) === 'such'

/** "In the United States, deaf people …", "Like bacteria, fungi …": where or beside what, not what is said. */
function isSetting(tokens: readonly Token[], { from, to }: Range): boolean {
  const opens = /^(?:in|like|unlike|within|across|throughout|at|from)$/.test(lowerAt(tokens, 0))
  return opens && from <= 3 && lowerAt(tokens, to) === ','
}

/** "HIV/AIDS", "3000 RPM": half of a pair or a unit. */
function touchesSlash({ text, tokens }: Sentence, { from, to }: Range): boolean {
  const before = text.slice(0, tokens[from]?.start ?? 0)
  const after = text.slice(tokens[to - 1]?.end ?? 0)
  return /[/\d]\s?$|[^\s“"‘'(—–]$/.test(before) || /^[/‐‑-]/.test(after)
}

/** Said once, no topic word, and not the first word of the sentence. */
function fits(sentence: Sentence, candidate: Candidate, known: Known): boolean {
  const text = textIn(sentence, candidate)
  const lower = text.toLowerCase()
  const once = sentence.text.toLowerCase().split(lower).length === 2
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    once &&
    (candidate.from > 0 || isFullName(candidate, text)) &&
    !touchesSlash(sentence, candidate) &&
    !/^(?:west|east|north|south|western|eastern|northern|southern)$/.test(lower) &&
    !words.every((word) => known.topics.has(word))
  )
}

/** At the start a capital alone says nothing: two of them make a name. */
const isFullName = ({ kind }: Candidate, text: string): boolean =>
  kind === 'name' && (text.match(/\b\p{Lu}/gu) ?? []).length > 1

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
  (lowerAt(tokens, at) === 'two' && (namesPair(tokens.slice(at)) || tokens.some(({ lower }) => lower === 'both'))) ||
  tokens.slice(at).some(({ text }) => /^(?:[:—–]|--)$/.test(text)) ||
  isListed(tokens, nounPhraseEnd(tokens, at))

/** "two types, known as A and B". */
const namesPair = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }, n) =>
      lower === 'and' && [tokens[n - 1], tokens[n + 1]].every((side) => /^[\p{Lu}“"]/u.test(side?.text ?? '')),
  )

/** "two minerals, A and B": the members follow. */
function isListed(tokens: readonly Token[], comma: number): boolean {
  if (lowerAt(tokens, comma) !== ',') return false
  const end = nounPhraseEnd(tokens, comma + 1)
  return end > comma + 1 && /^(?:and|,)$/.test(lowerAt(tokens, end))
}

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
  !(/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') && tagAt(tokens, at + 1) === 'PROPN') &&
  !/^(?:NUM|NOUN|PROPN)$/.test(tokens[at - 1]?.tag ?? '') &&
  !/^[^\p{L}\p{N}\s,("“'’]/u.test(tokens[at - 1]?.text ?? '') &&
  !/^(?:all|the|these|those|both|other|top|first|last|next|every|each|another|only)$/.test(tokens[at - 1]?.lower ?? '')

/** "a population of 14,736": says enough without what it counts. */
const isFigure = (tokens: readonly Token[], at: number): boolean =>
  /^\d[\d,]*[.,]\d+$/.test(tokens[at]?.text ?? '') &&
  lowerAt(tokens, at - 1) === 'of' &&
  tagAt(tokens, at - 2) === 'NOUN'

const counts = (tokens: readonly Token[], at: number): boolean =>
  // Half of what is counted is two: anyone's guess.
  lowerAt(tokens, at) !== 'two' &&
  !/^(?:thirds|quarters|fifths|halves|tenths)$/.test(lowerAt(tokens, at + 1)) &&
  (/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, at + 1)) || /^(?:%|percent)$/.test(tokens[at + 1]?.text ?? ''))

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
    return isFigure(tokens, at) || counts(tokens, at) ? [{ from: at, to: at + 1, kind: 'number', score: 5 }] : []
  })
}
