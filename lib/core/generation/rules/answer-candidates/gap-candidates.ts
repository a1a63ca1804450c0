import { nameKind, nounKind, rankOf } from '../../../language/english/lexicon'
import { type Name, namesIn } from '../../../language/english/names'
import { MONTHS, numberValue } from '../../../language/english/numbers'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { timePhrases } from '../../../language/english/times'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import type { ReaderContext } from '../sentences/document-context'
import type { Sentence } from '../sentences/sentence'
import { type GapCandidate, isListMember, isWholePhrase, touchesSlash } from './phrase-checks'
import { termsIn } from './term-candidates'

// A date that can be changed for sure: "in 1785", not "the Act of 1785" or "until 1785".
const EXACT_TIME = /^(?:in|on|during|between|from)$/

export const textIn = (sentence: Sentence, range: Range): string => textOf(sentence.text, sentence.tokens, range)

/** What may be left out of a sentence: names, dates, numbers and terms that occur in it once. */
export function candidates(sentence: Sentence, context: ReaderContext): GapCandidate[] {
  const { tokens } = sentence
  const names = pairsOf(
    tokens,
    namesIn(tokens).filter((name) => isWhole(tokens, name) && !isCommon(name)),
  ).filter((name) => !isListMember(tokens, name) && !isSetting(tokens, name) && !isExample(tokens, name.from))
  const dates = timePhrases(tokens)
    .filter(({ value }) => !/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, value.to)))
    .filter(
      ({ preposition, value }) =>
        preposition !== 'of' &&
        !(lowerAt(tokens, value.from) === 'the' && /^\d{4}$/.test(lowerAt(tokens, value.from + 1))),
    )
    .map(
      ({ value, preposition }): GapCandidate => ({
        ...value,
        kind: 'date',
        score: 4,
        exact: EXACT_TIME.test(preposition),
      }),
    )
  const terms = termsIn(sentence, context).filter((term) => !isSetting(tokens, term))
  const found = [...names, ...dates, ...numbers(tokens), ...terms]
  return found.filter((candidate) => fits(sentence, candidate, context))
}

/** Not "University" of "University of al-Azhar", nor a name that describes the noun after it. */
const isWhole = (tokens: readonly Token[], { from, to }: Range): boolean =>
  !/^(?:northern|southern|eastern|western|central|mainland|modern|ancient|upper|lower)$/.test(
    lowerAt(tokens, from - 1),
  ) &&
  !/^(?:NOUN|ADJ)$/.test(tagAt(tokens, to)) &&
  (nounPhraseEnd(tokens, from) <= to || isOwner(tokens, to)) &&
  !continuesName(tokens, from) &&
  !/^(?:al|el|ibn|bin|bint|von|van|de|du|la|le|di|da|y|e|et|und)(?:$|-)/.test(lowerAt(tokens, to)) &&
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
  if (/^(?:de|di|da|du|von|van|der|den|ter|ibn|della|del)$/.test(before)) return true
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
  /^(?:such as|among them)$/.test(`${lowerAt(tokens, from - 2)} ${lowerAt(tokens, from - 1)}`) ||
  lowerAt(tokens, from - 1) === 'including'

/** "In the United States, deaf people …", "Like bacteria, fungi …", "According to Smith, …": context, not the statement itself. */
function isSetting(tokens: readonly Token[], { from, to }: Range): boolean {
  const opens = /^(?:in|like|unlike|within|across|throughout|at|from|according)$/.test(lowerAt(tokens, 0))
  return opens && from <= 3 && lowerAt(tokens, to) === ','
}

/** Said once, no topic word, and not the first word of the sentence. */
function fits(sentence: Sentence, candidate: GapCandidate, context: ReaderContext): boolean {
  const text = textIn(sentence, candidate)
  const lower = text.toLowerCase()
  const once = sentence.text.toLowerCase().split(lower).length === 2
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    once &&
    (candidate.from > 0 || isFullName(candidate, text)) &&
    isWholePhrase(sentence.tokens, candidate) &&
    !touchesSlash(sentence, candidate) &&
    !isSupposed(sentence.tokens, candidate) &&
    !isLastOfCut(sentence.tokens, candidate) &&
    !isExemplified(sentence.tokens, candidate) &&
    !isKindOfTopic(sentence.tokens, candidate, context) &&
    !isNamedKind(sentence.tokens, candidate) &&
    !/^(?:west|east|north|south|western|eastern|northern|southern)$/.test(lower) &&
    !words.every((word) => context.topics.has(word))
  )
}

/** "If a family buys 100 loaves, …": an arbitrary figure in an example. */
const isSupposed = (tokens: readonly Token[], { kind }: GapCandidate): boolean =>
  kind === 'number' && lowerAt(tokens, 0) === 'if'

/** "flutes, runnels, _____.": the end of a list whose "and" was cut. */
const isLastOfCut = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.text === ',' && /^[.;]?$/.test(tokens[to]?.text ?? '')

/** "various _____, such as bacteria and viruses": the examples tell it. */
const isExemplified = (tokens: readonly Token[], { to, kind }: GapCandidate): boolean => {
  const after = tokens[to]?.text === ',' ? to + 1 : to
  return (
    kind === 'term' &&
    /^(?:such as|including .*|like .*)$/.test(`${lowerAt(tokens, after)} ${lowerAt(tokens, after + 1)}`)
  )
}

/** "Morocco is a _____ in …" under that title: what kind of thing it is, everybody knows. */
const isKindOfTopic = (tokens: readonly Token[], { from, kind }: GapCandidate, { title }: ReaderContext): boolean =>
  kind === 'term' &&
  /^an?$/.test(lowerAt(tokens, from - 1)) &&
  /^(?:is|was|are|were)$/.test(lowerAt(tokens, from - 2)) &&
  title.includes(tokens[0]?.text ?? '')

/** "son Agnimitra", "species Phyllostachys": the name alone is the answer. "northern Italy" is one. */
const isNamedKind = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from > 1 &&
  /^\p{Ll}+$/u.test(tokens[from]?.text ?? '') &&
  !/(?:ern|al|ic|an|ish)$/.test(lowerAt(tokens, from)) &&
  nounKind(lowerAt(tokens, from)) !== null &&
  /^\p{Lu}/u.test(tokens[from + 1]?.text ?? '')

/** At the start a capital alone says nothing: two of them make a name. */
const isFullName = ({ kind }: GapCandidate, text: string): boolean =>
  kind === 'name' && (text.match(/\b\p{Lu}/gu) ?? []).length > 1

/** "Austria and Hungary" is one answer; a name alone is one as well. */
function pairsOf(tokens: readonly Token[], names: readonly Name[]): GapCandidate[] {
  const found: GapCandidate[] = []
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

/** "4 to 18 perforations": half of a range is not an answer. */
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
  tokens.some(({ tag, text }, n) => n !== at && tag === 'NUM' && Number(text) + Number(tokens[at]?.text) === 100) ||
  isSpanOf(tokens, at)

/** "for 40 years, from 1938 to 1978". */
function isSpanOf(tokens: readonly Token[], at: number): boolean {
  const years = tokens.flatMap(({ text }) => (/^[12]\d{3}$/.test(text) ? [Number(text)] : []))
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  return last - first > 0 && last - first === numberValue(tokens[at]?.lower ?? '')
}

const isCount = ({ tag, text, lower }: Token): boolean =>
  tag === 'NUM' &&
  !/^\p{Lu}/u.test(text) &&
  !/^(?:one|1|hundred|thousand|million|billion|dozen)$|^\d{4}$|century/.test(lower)

/** "375 million": one number. */
const isScaled = (tokens: readonly Token[], at: number): boolean =>
  /^\d/.test(lowerAt(tokens, at)) && /^(?:thousand|million|billion|trillion)$/.test(lowerAt(tokens, at + 1))

/** No part of a longer number, of a label ("stage 2") or of a name ("the Thirty Years' War"). */
const standsFree = (tokens: readonly Token[], at: number, last: number): boolean =>
  tokens[last + 1]?.tag !== 'NUM' &&
  !MONTHS.includes(tokens[last + 1]?.text ?? '') &&
  !(/^\p{Lu}/u.test(tokens[last + 1]?.text ?? '') && tagAt(tokens, last + 1) === 'PROPN') &&
  !/^(?:NUM|NOUN|PROPN)$/.test(tokens[at - 1]?.tag ?? '') &&
  !/^[^\p{L}\p{N}\s,("“'’]/u.test(tokens[at - 1]?.text ?? '') &&
  !/^(?:all|the|these|those|both|other|top|first|last|next|every|each|another|only)$/.test(tokens[at - 1]?.lower ?? '')

/** "a population of 14,736": says enough without what it counts. */
const isFigure = (tokens: readonly Token[], at: number): boolean =>
  /^\d[\d,]*[.,]\d+$/.test(tokens[at]?.text ?? '') &&
  lowerAt(tokens, at - 1) === 'of' &&
  tagAt(tokens, at - 2) === 'NOUN'

const counts = (tokens: readonly Token[], at: number): boolean =>
  // Small counts are mostly two, so they can be guessed.
  lowerAt(tokens, at) !== 'two' &&
  !/^(?:thirds|quarters|fifths|halves|tenths)$/.test(lowerAt(tokens, at + 1)) &&
  (/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, at + 1)) || /^(?:%|percent)$/.test(tokens[at + 1]?.text ?? ''))

/** Counts with what they count; "one" is more often a pronoun. */
function numbers(tokens: readonly Token[]): GapCandidate[] {
  return tokens.flatMap((token, at): GapCandidate[] => {
    const last = isScaled(tokens, at) ? at + 1 : at
    if (
      !isCount(token) ||
      completes(tokens, at) ||
      !standsFree(tokens, at, last) ||
      isRange(tokens, at) ||
      listedLater(tokens, at)
    )
      return []
    return isFigure(tokens, at) || counts(tokens, last) ? [{ from: at, to: last + 1, kind: 'number', score: 5 }] : []
  })
}
