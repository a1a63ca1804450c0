import { isPlural, isSuperlative, nounKind, singularOf } from '../../../language/english/lexicon'
import { type Name, namesIn } from '../../../language/english/names'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { countOf, type ReaderContext } from './document-context'

/**
 * The word of a range that points outside it, null when none does: a demonstrative, a pronoun without its noun, a comparison
 * with what another sentence says.
 */
export function unresolvedReference(tokens: readonly Token[], range: Range): string | null {
  for (let at = range.from; at < range.to; at++) {
    if (pointsOutside(tokens, range, at)) return lowerAt(tokens, at)
  }
  return null
}

function pointsOutside(tokens: readonly Token[], range: Range, at: number): boolean {
  const word = lowerAt(tokens, at)
  if (isExistential(tokens, at) || isPaired(tokens, at)) return false
  if (isUncompared(tokens, at)) return true
  if (PERSONAL.test(word)) return !hasAntecedent(tokens, range.from, at)
  return isDemonstrative(tokens, at)
}

/** "There are three kinds of …": says that they exist, not where. */
const isExistential = (tokens: readonly Token[], at: number): boolean =>
  lowerAt(tokens, at) === 'there' && /^(?:is|are|was|were|exists?|remains?)$/.test(lowerAt(tokens, at + 1))

/** "one or more rotors", "from one another", "each other". */
const isPaired = (tokens: readonly Token[], at: number): boolean =>
  /^(?:or more|one another|each other)$/.test(`${lowerAt(tokens, at - 1)} ${lowerAt(tokens, at)}`)

/** "a much smaller explosion", "similar effects", "the same year": compared with what an earlier sentence says. */
function isUncompared(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  const ahead = tokens.slice(at + 1).map(({ lower }) => lower)
  if (word === 'then') return lowerAt(tokens, at - 1) !== 'by' && !/^(?:if|when|once)$/.test(lowerAt(tokens, 0))
  if (word === 'same') return !ahead.includes('as') && !tokens.slice(0, at).some(({ tag }) => tag === 'NOUN')
  if (/^(?:similar|comparable)$/.test(word))
    return tagAt(tokens, at + 1) === 'NOUN' && !ahead.slice(0, 7).includes('to')
  return COMPARED.test(word) && tagAt(tokens, at + 1) === 'NOUN' && !ahead.includes('than')
}
const COMPARED =
  /^(?:fewer|larger|smaller|greater|higher|lower|longer|shorter|older|younger|later|earlier|better|worse|stronger|weaker|faster|slower|closer|wider|deeper|richer|poorer|bigger|heavier|lighter|warmer|colder)$/

const PERSONAL =
  /^(?:it|its|they|their|them|theirs|he|his|him|she|her|hers|itself|themselves|himself|herself|we|us|our|you|your|i|me|my)$/

/** A noun of the right number stands before the pronoun within the range; he and she want a name or a person. */
function hasAntecedent(tokens: readonly Token[], from: number, at: number): boolean {
  const pronoun = lowerAt(tokens, at)
  if (/^(?:we|us|our|you|your|i|me|my)$/.test(pronoun)) return false
  if (/^(?:it|them|him)$/.test(pronoun) && isObject(tokens, at) && !startsClause(tokens, leadEnd(tokens, from), at))
    return false
  const before = tokens.slice(from, at)
  const nouns = before.filter(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  if (/^(?:it|its|itself)$/.test(pronoun)) return nouns.some(({ lower }) => !isPlural(lower))
  if (/^(?:he|his|him|himself|she|her|hers|herself)$/.test(pronoun))
    return namesIn(before).some(isPersonal) || nouns.some(({ tag, lower }) => tag === 'NOUN' && isPerson(lower))
  const joined = before.some(({ lower }) => lower === 'and')
  return joined || nouns.some(({ lower }) => isPlural(lower) || nounKind(lower) === 'group')
}

const isPerson = (noun: string): boolean => nounKind(noun) === 'person'

const isObject = (tokens: readonly Token[], at: number): boolean => /^(?:VERB|ADP)$/.test(tagAt(tokens, at - 1))

const LONGEST_LEAD = 5

/** Past "In 1819,": the comma of a short lead begins no clause that "it" could look back from. */
function leadEnd(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex(({ text }, n) => n >= from && text === ',')
  return tagAt(tokens, from) === 'ADP' && comma > 0 && comma - from <= LONGEST_LEAD ? comma + 1 : from
}

/** "the city called it a shame": "it" is not the city. After a comma or a conjunction it may be. */
const startsClause = (tokens: readonly Token[], from: number, at: number): boolean =>
  tokens
    .slice(from, at)
    .some(({ tag, lower }) => /^(?:CCONJ|SCONJ|PUNCT)$/.test(tag) || /^(?:that|which|who|to)$/.test(lower))

/** A person, or a name that could be one: no month, no "Bach Revival". */
const isPersonal = ({ type, text }: Name): boolean =>
  type === 'person' || (type === 'name' && nounKind(text.split(' ').at(-1)?.toLowerCase() ?? '') === null)

function isDemonstrative(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  if (word === 'such') return lowerAt(tokens, at + 1) !== 'as'
  if (word === 'that') return pointsThat(tokens, at)
  if (word === 'another') return !tokens.slice(0, at).some(({ lower }) => lower === 'one')
  if (word === 'other') return !SETS_APART.test(lowerAt(tokens, at - 1)) && !isApart(tokens, at)
  if (word === 'those') return !saysWhich(tokens, at)
  if (/^(?:all|both)$/.test(word)) return tagAt(tokens, at + 1) === 'NUM'
  if (/^(?:former|latter|following)$/.test(word))
    return lowerAt(tokens, at - 1) === 'the' && tagAt(tokens, at + 1) !== 'NOUN'
  if (/^(?:some|many|most|few|several)$/.test(word)) return /^(?:VERB|AUX)$/.test(tagAt(tokens, at + 1))
  return /^(?:this|these|others|here|there)$/.test(word)
}

/** "those who fled", "than those of land plants". */
const saysWhich = (tokens: readonly Token[], at: number): boolean =>
  /^(?:who|whose)$/.test(lowerAt(tokens, at + 1)) ||
  (at > 2 && /^(?:of|in|with|from|that)$/.test(lowerAt(tokens, at + 1)))

/** "that man"; not "impulses that travel" nor "found that study lasts". */
const pointsThat = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 && !/^(?:AUX|VERB)$/.test(tagAt(tokens, 1))) ||
  (tagAt(tokens, at) === 'DET' &&
    !/^(?:NOUN|PROPN|PRON)$/.test(tagAt(tokens, at - 1)) &&
    tagAt(tokens, at + 1) === 'NOUN' &&
    !/^(?:VERB|AUX)$/.test(tagAt(tokens, nounPhraseEnd(tokens, at + 1))))

// "and other …", "any other …": what is other is said.
const SETS_APART = /^(?:and|or|as|among|like|unlike|any|no|than|many|most|each)$/

/** "a technician … other technicians": other than the one just named. */
const isApart = (tokens: readonly Token[], at: number): boolean =>
  isMentioned(tokens.slice(0, at), lowerAt(tokens, nounPhraseEnd(tokens, at) - 1))

const isMentioned = (before: readonly Token[], noun: string): boolean =>
  before.some(({ tag, lower }) => /^(?:NOUN|PROPN)$/.test(tag) && singularOf(lower) === singularOf(noun))

/** Nouns with a "the" that neither the sentence nor title and heading explain: "the hostages". */
export function unexplainedNouns(tokens: readonly Token[], context: ReaderContext): string[] {
  return tokens.flatMap(({ lower }, at) => {
    const end = nounPhraseEnd(tokens, at)
    return lower === 'the' && end > at + 1 && !isExplained(tokens, at, end, context) ? [lowerAt(tokens, end - 1)] : []
  })
}

/** By a name, a complement, a rank, the topic, a theme of the text, an earlier word, or as a thing there is one of. */
function isExplained(tokens: readonly Token[], at: number, end: number, context: ReaderContext): boolean {
  const phrase = tokens.slice(at + 1, end)
  const head = lowerAt(tokens, end - 1)
  if (phrase.some(({ lower }) => VAGUE.test(lower))) return false
  return (
    phrase.some(
      ({ tag, lower, text }) =>
        tag === 'PROPN' || /^[\p{Lu}\d]/u.test(text) || RANK.test(lower) || isSuperlative(lower),
    ) ||
    COMPLEMENT.test(lowerAt(tokens, end)) ||
    (tagAt(tokens, end) === 'ADP' && /^(?:DET|NOUN|PROPN|ADJ)$/.test(tagAt(tokens, end + 1))) ||
    (tagAt(tokens, end) === 'VERB' && lowerAt(tokens, end).endsWith('ing')) ||
    phrase.some(({ lower }) => context.topics.has(lower) || UNIQUE.has(lower)) ||
    nounKind(head) === 'body' ||
    countOf(context.counts, head) >= Math.max(FEWEST_OF_A_THEME, context.counts.total / WORDS_PER_THEME) ||
    isMentioned(tokens.slice(0, at), head)
  )
}

const VAGUE =
  /^(?:other|second|third|former|latter|previous|following|resulting|same|affected|above|said|two|three|four)$/
const RANK = /^(?:first|last|main|only|century|centuries|chief|principal)$/
const COMPLEMENT = /^(?:of|to|for|between|that|which|who|whose|where|in|called|known)$/
const FEWEST_OF_A_THEME = 6
const WORDS_PER_THEME = 200
const UNIQUE = new Set(
  'federal government international global world earth sun moon sky universe sea ocean equator environment atmosphere internet public past future present east west north south body brain heart blood skin press military majority rest number amount end idea fact use right ability need'.split(
    ' ',
  ),
)
