import { rankOf } from '../../../language/english/lexicon'
import type { Reading } from '../sentences/reading'

const GENUS =
  /^(?:an?|the (?:process|act|study|practice|ability|state|amount|number|period|height|length|measure|use|finding|mixing|line|share|day|information|tendency|loss|speed)|(?!the\b)\p{Ll}+s?)\b/u

/** A common noun, and what it is told to the end of its sentence. */
export const isDefining = ({ clause, known, sentence }: Reading, term: string, answer: string): boolean =>
  // What stood in brackets belongs to a definition.
  !/[([]/.test(sentence.raw) &&
  clause.rest.to >= clause.tokens.length - 1 &&
  !/\p{Lu}\p{Ll}|^(?:most|many|some|all|both|each|several)\b/u.test(term) &&
  !term.split(' ').some((word) => known.kinds.has(word.toLowerCase())) &&
  isOwn(term) &&
  isOwn(answer) &&
  GENUS.test(answer) &&
  !isUndefining(answer) &&
  !/^(?:an?|the|one of the)? ?(?:important|popular|common|useful|good|essential|valuable|major|key|significant)\b/.test(
    answer,
  )

/** Has a word of its subject: "milk" needs no telling, "a practice of agents" tells nothing. */
const isOwn = (text: string): boolean =>
  text.split(/[ -]/).some((word) => rankOf(word.toLowerCase().replace(/[^\p{L}]/gu, '')) > COMMON)

/** "a common problem", "examples of yeasts": a complement that says no more than that there is one. */
const isUndefining = (answer: string): boolean =>
  answer.split(' ').length < SHORTEST_DEFINITION ||
  /^(?:an?|one|the)? ?(?:\p{Ll}+ )?(?:examples?|problems?|part|parts|sources?|results?|way|ways|things?|issues?|factors?|members?|components?|elements?|features?|kinds?|types?|cause|causes|reasons?)\b/u.test(
    answer,
  ) ||
  /^the (?:most|first|last|only|main|largest|same)\b/.test(answer)
const SHORTEST_DEFINITION = 6
// A definition that says something has a word of its subject.
const COMMON = 4000
