import { lowerAt, tagAt } from '../../../language/english/at'
import { isPlural, nounKind } from '../../../language/english/lexicon'
import { type Name, namesIn } from '../../../language/english/names'
import type { Token } from '../../../language/english/tagger'
import type { Known } from './reader-context'

/** A noun of the right number stands before the pronoun within the range; he and she want a name or a person. */
export function hasAntecedent(tokens: readonly Token[], from: number, at: number, known: Known): boolean {
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
        (name) => (isPersonal(name) || isTitled(name, known)) && !isQuoted(tokens, tokens[from + name.from]),
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
const isTitled = ({ text }: Name, { title }: Known): boolean => title.split(' ').includes(text)

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
