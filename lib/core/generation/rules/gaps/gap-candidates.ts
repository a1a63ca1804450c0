import { isOpenNoun, isPlural, isVerbBase, nounKind, rankOf } from '../../../language/english/lexicon'
import { type NameType, namesIn } from '../../../language/english/names'
import { MONTHS, numberValue } from '../../../language/english/numbers'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { timePhrases } from '../../../language/english/times'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { countOf, type ReaderContext } from '../sentences/document-context'
import type { Sentence } from '../sentences/sentence'

/** A phrase of a sentence that could be left out. */
export type GapCandidate = Range & {
  readonly kind: 'name' | 'number' | 'date' | 'term'
  /** False of "until 1785", "over 60": another answer would be as true. */
  readonly exact: boolean
  /** What kind of thing a name names, by its place in the sentence. */
  readonly type?: NameType
}

const MOST_OF_A_KIND = 2
const MOST_TERMS = 3

/** What may be left out of a sentence: names, dates, numbers and terms that occur in it once and that nothing else could replace. */
export function gapCandidates(sentence: Sentence, context: ReaderContext): GapCandidate[] {
  const { tokens } = sentence
  const fitting = (found: readonly GapCandidate[]) => found.filter((candidate) => fits(sentence, candidate, context))
  const names = namesIn(tokens).map(
    (name): GapCandidate => ({ ...rangeOf(name), kind: 'name', exact: true, type: name.type }),
  )
  return [
    ...fitting(names)
      .filter((name) => isWholeName(tokens, name))
      .slice(0, MOST_OF_A_KIND),
    ...fitting(datesIn(tokens)).slice(0, MOST_OF_A_KIND),
    ...fitting(numbersIn(tokens)).slice(0, MOST_OF_A_KIND),
    ...fitting(termsIn(sentence, context)).slice(0, MOST_TERMS),
  ]
}

const rangeOf = ({ from, to }: Range): Range => ({ from, to })

/** Said once, whole, no word of the topic alone, no member of a list, no example. */
function fits({ text, tokens }: Sentence, candidate: GapCandidate, { topics }: ReaderContext): boolean {
  const lower = textOf(text, tokens, candidate).toLowerCase()
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? []
  const isNameAtStart = candidate.kind === 'name' && candidate.to > 1
  return (
    text.toLowerCase().split(lower).length === 2 &&
    (candidate.from > 0 || isNameAtStart) &&
    !words.every((word) => topics.has(word)) &&
    !touchesMark(text, tokens, candidate) &&
    !isListMember(tokens, candidate) &&
    !isExample(tokens, candidate) &&
    !isSetting(tokens, candidate) &&
    !/^(?:north|south|east|west)(?:ern)?$/.test(lower)
  )
}

/** "HIV/AIDS", "3000 RPM", "$5": half of a pair or a unit. */
function touchesMark(text: string, tokens: readonly Token[], { from, to }: Range): boolean {
  const before = text.slice(0, tokens[from]?.start ?? 0)
  const after = text.slice(tokens[to - 1]?.end ?? 0)
  return /[/\d]\s?$|[^\s“"‘'(—–]$|\p{L}–$/u.test(before) || /^(?:[/‐‑–-]|[‘’'](?!s\b)\p{L})/u.test(after)
}

/** One of several members: the others would fit as well. */
function isListMember(tokens: readonly Token[], { from, to }: Range): boolean {
  const start = tagAt(tokens, from - 1) === 'DET' ? from - 1 : from
  const next = nounPhraseEnd(tokens, to + 1)
  const opensList = lowerAt(tokens, to) === ',' && next > to + 1 && /^(?:,|and|or)$/.test(lowerAt(tokens, next))
  return (
    tagAt(tokens, start - 1) === 'CCONJ' ||
    tagAt(tokens, to) === 'CCONJ' ||
    (lowerAt(tokens, start - 1) === ',' && /^[,.;]?$/.test(lowerAt(tokens, to))) ||
    (opensList && !/^(?:DET|PRON|ADP|ADV)$/.test(tagAt(tokens, to + 1)))
  )
}

/** "desserts, such as _____", "various _____, such as bacteria". */
const isExample = (tokens: readonly Token[], { from, to }: Range): boolean =>
  /^(?:such as|.* including|.* like|among them)$/.test(`${lowerAt(tokens, from - 2)} ${lowerAt(tokens, from - 1)}`) ||
  /^(?:such as|including .*|, such|, including)$/.test(`${lowerAt(tokens, to)} ${lowerAt(tokens, to + 1)}`)

/** "In the United States, deaf people …", "According to Smith, …": context, not the statement itself. */
const isSetting = (tokens: readonly Token[], { from, to, kind }: GapCandidate): boolean =>
  kind !== 'date' &&
  /^(?:in|like|unlike|within|across|throughout|at|from|according)$/.test(lowerAt(tokens, 0)) &&
  from <= 3 &&
  lowerAt(tokens, to) === ','

/** Not "Cairo" of "the Cairo museum", "University" of "University of al-Azhar", "Halley" of "Halley's Comet". */
const isWholeName = (tokens: readonly Token[], { from, to }: Range): boolean =>
  !/^(?:NOUN|ADJ)$/.test(tagAt(tokens, to)) &&
  (nounPhraseEnd(tokens, from) <= to || /^['’]s?$/.test(lowerAt(tokens, to))) &&
  !(/^['’]s?$/.test(lowerAt(tokens, to)) && /^\p{Lu}/u.test(tokens[to + 1]?.text ?? '')) &&
  !(/^(?:of|on|for)$/.test(lowerAt(tokens, to)) && /^(?:the )?\p{Lu}/u.test(tokens[to + 1]?.text ?? '')) &&
  !/^(?:al|el|ibn|von|van|de|du|la|le|di|da)$/.test(lowerAt(tokens, to)) &&
  !/-\p{Lu}|^\p{Lu}\p{Ll}|^(?:de|di|da|du|von|van|der|ibn|del)$/u.test(
    from > 1 ? (tokens[from - 1]?.text ?? '') : '',
  ) &&
  !/(?:ern|mainland|modern|ancient|fellow)$/.test(lowerAt(tokens, from - 1)) &&
  !(to - from > 1 && /^\p{Ll}/u.test(tokens[from]?.text ?? ''))

// A date that can be changed for sure: "in 1785", not "until 1785".
const EXACT_TIME = /^(?:in|on|during|between|from)$/

const datesIn = (tokens: readonly Token[]): GapCandidate[] =>
  timePhrases(tokens)
    .filter(({ preposition, value }) => preposition !== 'of' && !/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, value.to)))
    .map(({ value, preposition }) => ({ ...value, kind: 'date', exact: EXACT_TIME.test(preposition) }))

/** Counts with what they count. */
function numbersIn(tokens: readonly Token[]): GapCandidate[] {
  return tokens.flatMap((token, at): GapCandidate[] => {
    const last = /^\d/.test(token.lower) && SCALE.test(lowerAt(tokens, at + 1)) ? at + 1 : at
    if (!isCount(token) || !standsFree(tokens, at, last) || tellsCount(tokens, at)) return []
    return [{ from: at, to: last + 1, kind: 'number', exact: !isBound(tokens, at) }]
  })
}
const SCALE = /^(?:thousand|million|billion|trillion)$/

// Small counts are mostly two, so they can be guessed; "one" is more often a pronoun.
const isCount = ({ tag, text, lower }: Token): boolean =>
  tag === 'NUM' &&
  !/^\p{Lu}/u.test(text) &&
  !/^(?:one|two|1|hundred|thousand|million|billion|dozen)$|^\d{4}$|century/.test(lower)

/** With what it counts, and no part of a range, of a label ("stage 2") or of a longer number. */
function standsFree(tokens: readonly Token[], at: number, last: number): boolean {
  const [before, next] = [lowerAt(tokens, at - 1), tokens[last + 1]]
  const isRange = [at - 1, last + 1].some((n) => /^(?:to|or|and)$/.test(lowerAt(tokens, n)))
  return (
    !isRange &&
    next !== undefined &&
    (/^(?:NOUN|ADJ)$/.test(next.tag) || /^(?:%|percent)$/.test(next.text)) &&
    !/^(?:thirds|quarters|fifths|halves|tenths)$/.test(next.lower) &&
    !MONTHS.includes(next.text) &&
    !/^(?:NUM|NOUN|PROPN)$/.test(tagAt(tokens, at - 1)) &&
    !/^(?:all|the|these|those|both|other|top|first|last|next|every|each|another|only)$/.test(before)
  )
}

/** "three systems: A, B and C", "67 percent men and 33 percent women", "for 40 years, from 1938 to 1978". */
function tellsCount(tokens: readonly Token[], at: number): boolean {
  const value = numberValue(lowerAt(tokens, at))
  const years = tokens.flatMap(({ text }) => (/^[12]\d{3}$/.test(text) ? [Number(text)] : []))
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  return (
    tokens.slice(at).some(({ text }) => /^(?:[:—–]|--)$/.test(text)) ||
    tokens.some(({ tag, text }, n) => n !== at && tag === 'NUM' && Number(text) + Number(value) === 100) ||
    (last > first && last - first === value)
  )
}

/** "over 60%", "as many as four", "for 50 years": another number may be as true. */
const isBound = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:for|within)$/.test(lowerAt(tokens, at - 1)) && nounKind(lowerAt(tokens, at + 1)) === 'time') ||
  tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) =>
      /^(?:over|under|than|least|most|up|below|above|every|exceed\w*|between|from|few|many|much)$/.test(lower),
    )

const LONGEST_TERM = 4

/** Noun phrases that name something, best first: those that are called so, then those of rare words, then the last ones. */
function termsIn(sentence: Sentence, context: ReaderContext): GapCandidate[] {
  const { tokens } = sentence
  const found: (GapCandidate & { readonly worth: number })[] = []
  for (let at = 0; at < tokens.length; at++) {
    const to = nounPhraseEnd(tokens, at)
    if (to === at) continue
    const from = /^(?:DET|PRON)$/.test(tagAt(tokens, at)) ? at + 1 : at
    const term = { from, to }
    if (isTerm(tokens, term, context))
      found.push({ ...term, kind: 'term', exact: true, worth: worthOf(sentence, term, context) })
    at = to - 1
  }
  return found.sort((a, b) => b.worth - a.worth)
}
const RARE = 4000

function worthOf({ tokens, text }: Sentence, term: Range, { counts }: ReaderContext): number {
  const before = wordsBefore(tokens, term.from)
  const isNamed = /(?:called|named|termed)(?: an?| the)?$|known as(?: an?| the)?$/.test(before)
  const rare = tokens.slice(term.from, term.to).filter(({ lower }) => rankOf(lower) > RARE).length
  const recurs = countOf(counts, textOf(text, tokens, term)) > 1
  return (isNamed ? 4 : 0) + rare + Number(recurs) + term.from / 1000
}

const wordsBefore = (tokens: readonly Token[], at: number): string =>
  `${lowerAt(tokens, at - 2)} ${lowerAt(tokens, at - 1)}`

/** Nouns with their adjectives, none of which could as well be another, and a head that names a definite thing. */
function isTerm(tokens: readonly Token[], range: Range, { counts }: ReaderContext): boolean {
  const part = tokens.slice(range.from, range.to)
  const [first, head] = [part[0], part.at(-1)]
  if (
    !first ||
    head?.tag !== 'NOUN' ||
    part.length > LONGEST_TERM ||
    VAGUE_NOUN.test(head.lower) ||
    EMPTY.test(first.lower)
  )
    return false
  if (part.some(({ tag, text }) => !/^(?:NOUN|ADJ|PROPN)$/.test(tag) || !/^\p{L}/u.test(text))) return false
  if (
    isPart(tokens, range) ||
    endsInVerb(tokens, range) ||
    nounKind(head.lower) === 'time' ||
    (isPlural(head.lower) && nounKind(head.lower) === 'person')
  )
    return false
  const isRare = part.some(({ lower }) => rankOf(lower) > RARE)
  if (part.length > 1) return isRare || (!isOpenNoun(head.lower) && countOf(counts, `${first.lower} ${head.lower}`) > 1)
  const kind = nounKind(head.lower)
  return rankOf(head.lower) > RARE_ALONE && kind !== null && kind !== 'person' && !isVerbForm(head.lower)
}
const RARE_ALONE = 5000

const VAGUE_NOUN =
  /^(?:addition|contrast|order|general|particular|structures?|systems?|levels?|objects?|devices?|materials?|products?|items?|process(?:es)?|increase|decrease|changes?|period|times?|people|person|individuals?|parts?|number|others?|ways?|methods?|groups?|members?|areas?|uses?|things?|substances?|forms?|effects?|results?|causes?|reasons?|factors?|patterns?|rates?|activity|body|water|food|building|air|surface|environment|variety|regions?|countr(?:y|ies)|nations?|cent(?:ury|uries)|years?)$/
// "a major influence", "the same age": more wording than fact.
const EMPTY =
  /^(?:major|minor|important|fundamental|great|greater|greatest|same|single|close|modern|significant|key|main|large|larger|largest|small|smaller|common|various|several|new|popular|current|early|late|good|better|best|high|higher|low|lower|strong|able|full|certain|particular|real|entire|whole|long|short|further|additional|other|more|such|similar|different|many|most|own)$/

/** "living | organisms", "the center | of mass", "by leaching potash", "examples of _____": a piece of a longer phrase. */
const isPart = (tokens: readonly Token[], { from, to }: Range): boolean =>
  /^(?:of|to|-)$/.test(lowerAt(tokens, to)) ||
  /^(?:NOUN|ADJ|PROPN|ADV|NUM)$/.test(tagAt(tokens, from - 1)) ||
  /^(?:NOUN|PROPN|ADJ)$/.test(tagAt(tokens, to)) ||
  (lowerAt(tokens, from - 1) === ',' && tagAt(tokens, from - 2) === 'ADJ') ||
  /^(?:examples?|types?|kinds?|forms?|numbers?|groups?|sets?|majority|amounts?|variety|range|series) of$/.test(
    wordsBefore(tokens, from),
  )

/** "prolactin plateaus in": the last word is the verb of the sentence. */
const endsInVerb = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from > 1 && isVerbForm(lowerAt(tokens, to - 1)) && /^(?:ADP|DET|PART|PROPN)$/.test(tagAt(tokens, to))

const isVerbForm = (word: string): boolean => [word, word.replace(/s$/, ''), word.replace(/es$/, '')].some(isVerbBase)
