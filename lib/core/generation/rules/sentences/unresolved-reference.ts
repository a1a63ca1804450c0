import { isPlural, nounKind } from '../../../language/english/lexicon'
import { type Name, namesIn } from '../../../language/english/names'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { isExplained, isMentioned } from './definite-noun-phrases'
import type { ReaderContext } from './document-context'

/**
 * The word of a range that points outside it, null when none does: a demonstrative, a pronoun without its noun,
 * a bare definite ("the region") that neither title nor heading nor the words before explain.
 */
export function unresolvedReference(tokens: readonly Token[], range: Range, context: ReaderContext): string | null {
  for (let at = range.from; at < range.to; at++) {
    if (isUnresolved(tokens, range, at, context)) return lowerAt(tokens, at)
  }
  return null
}

function isUnresolved(tokens: readonly Token[], range: Range, at: number, context: ReaderContext): boolean {
  const word = lowerAt(tokens, at)
  if (word === 'the') return !isExplained(tokens, range, at, context)
  if (isNumeral(tokens, at) || isExistential(tokens, at) || isPaired(tokens, at)) return false
  if (isUncompared(tokens, at) || isOneMore(tokens, at)) return true
  if (PERSONAL.test(word)) return !expletive(tokens, at) && !hasAntecedent(tokens, range.from, at, context)
  return demonstrative(tokens, at)
}

/** "a third group": the first two are in another sentence. */
const isOneMore = (tokens: readonly Token[], at: number): boolean =>
  /^(?:second|third|fourth)$/.test(lowerAt(tokens, at)) &&
  /^an?$/.test(lowerAt(tokens, at - 1)) &&
  /^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, at + 1))

/** "a much smaller explosion", "similar effects": compared with something in an earlier sentence. */
function isUncompared(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  const than = tokens.slice(at + 1).some(({ lower }) => lower === 'than')
  if (/^(?:similar|identical|comparable|equal|equivalent)$/.test(word) && tagAt(tokens, at + 1) === 'NOUN')
    return !tokens.slice(at + 1, at + 8).some(({ lower }) => lower === 'to')
  if (word === 'then' || (word === 'same' && !tokens.slice(at + 1).some(({ lower }) => lower === 'as')))
    return word === 'then' ? lowerAt(tokens, at - 1) !== 'by' : !tokens.slice(0, at).some(({ tag }) => tag === 'NOUN')
  if (/^(?:much|far|even|slightly|considerably|significantly)$/.test(word))
    return COMPARED.test(lowerAt(tokens, at + 1)) && !than
  return /^(?:NOUN)$/.test(tagAt(tokens, at + 1)) && COMPARED.test(word) && !than
}
const COMPARED =
  /^(?:more|less|fewer|larger|smaller|greater|higher|lower|longer|shorter|older|younger|later|earlier|better|worse|stronger|weaker|faster|slower|closer|wider|deeper|richer|poorer|bigger|heavier|lighter|cheaper|thinner|narrower|thicker|broader|darker|taller|warmer|colder|cooler|hotter|drier|wetter|softer|harder|simpler|safer|newer|steeper|shallower|denser|sharper|rarer|finer|quicker|louder|brighter)$/

/** "Charles I": a number, not the writer. */
const isNumeral = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'I' && /^\p{Lu}\p{Ll}/u.test(tokens[at - 1]?.text ?? '')

/** "one or more rotors", "from one another", "each other". */
const isPaired = (tokens: readonly Token[], at: number): boolean =>
  /^(?:or more|one another|each other)$/.test(`${lowerAt(tokens, at - 1)} ${lowerAt(tokens, at)}`)

/** "There are three kinds of …": says that they exist, not where. */
const isExistential = (tokens: readonly Token[], at: number): boolean =>
  lowerAt(tokens, at) === 'there' && /^(?:is|are|was|were|exists?|remains?)$/.test(lowerAt(tokens, at + 1))

/** "those who fled", "than those of land plants": what follows says which. */
const isTold = (tokens: readonly Token[], at: number): boolean => {
  const next = lowerAt(tokens, at + 1)
  return next === 'who' || next === 'whose' || (at > 2 && /^(?:of|in|with|from|that|which)$/.test(next))
}

function demonstrative(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  if (word === 'those' && isTold(tokens, at)) return false
  if (word === 'former' || word === 'latter')
    return lowerAt(tokens, at - 1) === 'the' && !/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, at + 1))
  if (word === 'such') return lowerAt(tokens, at + 1) !== 'as'
  if (/^(?:all|both)$/.test(word)) return tagAt(tokens, at + 1) === 'NUM'
  if (word === 'other') return !SETS_APART.test(lowerAt(tokens, at - 1)) && !isApart(tokens, at)
  if (word === 'that') return pointsThat(tokens, at)
  return /^(?:this|these|those|another|others|here|there)$/.test(word)
}

/** "that man"; not "impulses that travel". */
const pointsThat = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 && !/^(?:AUX|VERB)$/.test(tagAt(tokens, 1))) ||
  (tagAt(tokens, at) === 'DET' &&
    !/^(?:NOUN|PROPN)$/.test(tagAt(tokens, at - 1)) &&
    tagAt(tokens, at + 1) === 'NOUN' &&
    !opensClause(tokens, at))

/** "found that study lasts": a verb after its noun makes "that" a conjunction. */
const opensClause = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && /^(?:VERB|AUX)$/.test(tagAt(tokens, nounPhraseEnd(tokens, at + 1)))

/** "a technician … other technicians": other than the one just named. */
const isApart = (tokens: readonly Token[], at: number): boolean =>
  isMentioned(tokens.slice(0, at), lowerAt(tokens, nounPhraseEnd(tokens, at) - 1))

// "and other …", "any other …": what is other is said.
const SETS_APART = /^(?:and|or|as|among|like|unlike|any|no|than|many|most|each|among)$/

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
function hasAntecedent(tokens: readonly Token[], from: number, at: number, context: ReaderContext): boolean {
  const pronoun = tokens[at]?.lower ?? ''
  if (/^(?:it|them|him)$/.test(pronoun) && isObject(tokens, at) && !startsClause(tokens, leadEnd(tokens, from), at))
    return false
  const nouns = tokens
    .slice(from, isOwn(tokens, at) ? at - 2 : at)
    .filter(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  if (/^(?:we|us|our|you|your|i|me|my)$/.test(pronoun)) return false
  if (/^(?:it|its|itself)$/.test(pronoun)) return nouns.some(({ lower }) => !isPlural(lower))
  if (/^(?:he|his|him|himself|she|her|hers|herself)$/.test(pronoun))
    return (
      namesIn(tokens.slice(from, at)).some(
        (name) => (isPersonal(name) || isTitled(name, context)) && !isQuoted(tokens, tokens[from + name.from]),
      ) || nouns.some((noun) => noun.tag === 'NOUN' && nounKind(noun.lower) === 'person')
    )
  const joined = tokens.slice(from, at).some(({ lower }) => lower === 'and')
  return nouns.some(({ lower }) => isPlural(lower) || nounKind(lower) === 'group') || joined
}

/** "the first record of its effects": not the record's. */
const isOwn = (tokens: readonly Token[], at: number): boolean =>
  /^(?:its|their|his|her)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, at - 1) === 'of'

const LONGEST_LEAD = 5

/** Past "In 1819,": the comma of a short lead begins no clause that "it" could look back from. */
function leadEnd(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex(({ text }, n) => n >= from && text === ',')
  return tagAt(tokens, from) === 'ADP' && comma > 0 && comma - from <= LONGEST_LEAD ? comma + 1 : from
}

/** "Cook" in a text on James Cook. */
const isTitled = ({ text }: Name, { title }: ReaderContext): boolean => title.split(' ').includes(text)

const isObject = (tokens: readonly Token[], at: number): boolean => /^(?:VERB|ADP)$/.test(tagAt(tokens, at - 1))

/** "the city called it a shame": "it" is not the city. After a comma or a conjunction it may be. */
const startsClause = (tokens: readonly Token[], from: number, at: number): boolean =>
  tokens
    .slice(from, at)
    .some(({ tag, lower }) => /^(?:CCONJ|SCONJ|PUNCT)$/.test(tag) || /^(?:that|which|who|to)$/.test(lower))

/** A person, or a name that could be one: no place, no body, no month, no "Bach Revival". */
const isPersonal = ({ type, text }: Name): boolean =>
  !/^(?:abstract|act|event|artifact|group|time)$/.test(nounKind(text.split(' ').at(-1)?.toLowerCase() ?? '') ?? '') &&
  (type === 'person' || (type === 'name' && (text.includes(' ') || nounKind(text.toLowerCase()) === null))) &&
  !/^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)/.test(
    text,
  )

/** The word “Akkad” is no person. */
const isQuoted = (tokens: readonly Token[], noun: Token | undefined): boolean =>
  noun !== undefined && /^["“]$/.test(lowerAt(tokens, tokens.indexOf(noun) - 1))
