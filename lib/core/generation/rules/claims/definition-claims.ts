import { nounKind, rankOf } from '../../../language/english/lexicon'
import { nounPhraseEnd } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { lowerAt, tagAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { type Reading, standsAlone, wordsIn } from '../sentences/clause-reading'
import { countOf } from '../sentences/document-context'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { answerClassOf } from './answer-kind'
import { type Claim, clauseClaim } from './claim'

const LONGEST_DEFINITION = 24
const LONGEST_ANSWER = 12
const LONGEST_TERM = 5

/** "X is a Y that …" as a definition; "The most common form of Z is the Y" as a name for a place in the world. */
export function definitionClaims(reading: Reading): Claim[] {
  const { group, rest, tokens } = reading.clause
  if (group.kind !== 'copula' || group.auxiliary !== null) return []
  if (nounPhraseEnd(tokens, rest.from) === rest.from)
    return isTask(reading) ? identity(toEnd(reading)) : described(reading)
  if (definesItself(reading)) return [defined(reading, false)]
  return standsAlone(reading, null) ? byComplement(reading) : []
}

function byComplement(reading: Reading): Claim[] {
  const { rest, tokens } = reading.clause
  if (isDescription(reading)) return identity(reading)
  // "Peru was the only …": asked by what it is, in the subject's claim.
  if (lowerAt(tokens, rest.from + 1) === 'only') return []
  if (!fitsDefinition(reading) || unresolvedReference(tokens, rest, reading.context) !== null) return []
  return [defined(reading, isName(reading))]
}

/** "Peru", "the Amazon". */
function isName(reading: Reading): boolean {
  const { tokens, subject } = reading.clause
  const first = lowerAt(tokens, subject.from) === 'the' ? subject.from + 1 : subject.from
  return tagAt(tokens, first) === 'PROPN' && /^(?:the )?\p{Lu}/u.test(wordsIn(reading, subject))
}

/** "The most common form of …": a subject that describes what the complement names. */
const isDescription = ({ clause: { tokens, subject } }: Reading): boolean =>
  lowerAt(tokens, subject.from) === 'the' &&
  !tokens.slice(subject.from, subject.to).some(({ text }) => /^\p{Lu}/u.test(text) && text !== 'The')

/** "The testing effect is the finding that …": a term of the document that its own sentence explains. */
function definesItself(reading: Reading): boolean {
  const { clause, context, sentence } = reading
  const { tokens, subject, rest } = clause
  const term = tokens.slice(subject.from + 1, subject.to)
  return (
    lowerAt(tokens, subject.from) === 'the' &&
    term.length === 2 &&
    term.every(({ tag, lower }) => /^(?:NOUN|ADJ)$/.test(tag) && !RANK.test(lower)) &&
    (term.every(({ tag }) => tag === 'NOUN') || countOf(context.counts, textOf(sentence.text, tokens, subject)) > 1) &&
    CLASS.test(textOf(sentence.text, tokens, rest)) &&
    fitsDefinition(reading) &&
    unresolvedReference(tokens, { from: subject.from + 1, to: rest.to }, context) === null
  )
}

const RANK = /^(?:only|first|second|third|last|same|other|new|main|major|next|former|latter|previous|[a-z]{3,}est)$/
const CLASS =
  /^(?:an?|the) (?:\p{Ll}+ ){1,2}(?:that|which|whether|of|in which|on which|by which|at which|with which)\b/u

/** "The task of the crew is to guard …". */
const isTask = ({ clause: { tokens, rest, subject } }: Reading): boolean =>
  lowerAt(tokens, rest.from) === 'to' && /^(?:the|its|their)$/.test(lowerAt(tokens, subject.from))

/** Of several tasks none is cut off. */
const toEnd = (reading: Reading): Reading => {
  const { clause } = reading
  return { ...reading, clause: { ...clause, rest: { from: clause.rest.from, to: clause.tokens.length - 1 } } }
}

/** "The people of Peru are multilingual and mobile": two adjectives that say what the subject is like. */
function described(reading: Reading): Claim[] {
  const { clause } = reading
  const [first, and, second] = clause.tokens.slice(clause.rest.from, clause.rest.to)
  const joined = first?.tag === 'ADJ' && and?.lower === 'and' && second?.tag === 'ADJ'
  if (!joined || clause.rest.to - clause.rest.from !== 3 || clause.lead !== null || !standsAlone(reading, null))
    return []
  return [
    clauseClaim(reading, {
      kind: 'property',
      relation: clause.group.main.lower,
      at: clause.rest,
      answerType: 'phrase',
      answerClass: 'two adjectives',
      canBeGap: true,
    }),
  ]
}

/** A short subject, a complement of some length that begins as definitions do, and no reason added. */
function fitsDefinition({ clause }: Reading): boolean {
  const { group, rest, subject, tokens, lead } = clause
  const length = rest.to - rest.from
  if (lead !== null || subject.to - subject.from > LONGEST_TERM || length > LONGEST_DEFINITION || length < 3)
    return false
  if (!/^(?:an?|the)$/.test(lowerAt(tokens, rest.from)) && group.main.lower !== 'are') return false
  const complement = tokens.slice(rest.from, rest.to)
  return !complement.some(
    ({ text, lower }, n) =>
      (text === ',' && /^(?:as|because|since|for|while)$/.test(lowerAt(complement, n + 1))) ||
      // "organic compounds found in foods and are necessary": a second statement.
      (lower === 'and' &&
        (tagAt(complement, n + 1) === 'AUX' || tagAt(complement, nounPhraseEnd(complement, n + 1)) === 'AUX')),
  )
}

function defined(reading: Reading, named: boolean): Claim {
  const { clause } = reading
  const term = wordsIn(reading, clause.subject)
  const answer = wordsIn(reading, clause.rest)
  const bare = term.replace(/^(?:an?|the) /i, '')
  const number = clause.group.main.lower === 'are' || clause.group.main.lower === 'were' ? 'plural' : 'singular'
  const defines = !named && isDefining(reading, bare, answer)
  const long = clause.rest.to - clause.rest.from > LONGEST_ANSWER
  return clauseClaim(reading, {
    kind: 'definition',
    subject: named ? term : bare,
    relation: clause.group.main.lower,
    answer,
    at: clause.rest,
    answerType: 'definition',
    // Options of another kind or number would be recognised as wrong.
    answerClass: `definition ${number} ${articleOf(reading, term, named)} ${genusOf(reading)}${long ? ' long' : ''}`,
    // A description that is no definition has other answers, so only its subject is asked.
    question: defines ? `How does the text define “${bare}”?` : null,
    reverse: reverseOf(reading, answer, named, defines),
    canBeGap: false,
  })
}

function reverseOf(reading: Reading, answer: string, named: boolean, defines: boolean): string | null {
  if (defines) return `Which term does the text define as “${answer}”?`
  return named ? whoOrWhat(reading, answer) : null
}

const whoOrWhat = (reading: Reading, answer: string): string =>
  `${isPerson(reading) ? 'Who' : 'What'} does the text describe as “${answer}”?`

/** "An artist who …", "the successor of X", but no "ICJ". */
function isPerson(reading: Reading): boolean {
  const { tokens, subject, rest } = reading.clause
  if (/^(?:the )?\p{Lu}{2,}$/u.test(wordsIn(reading, subject))) return false
  return genusOf(reading) === 'person' || tokens.slice(rest.from, rest.to).some(({ lower }) => lower === 'who')
}

/** What kind of thing the complement's first noun is: a person, a substance, a process. */
const genusOf = ({ clause: { tokens, rest } }: Reading): string =>
  nounKind(lowerAt(tokens, nounPhraseEnd(tokens, rest.from) - 1)) ?? 'abstract'

/** Only terms with the same article, or names, may take each other's place. */
const articleOf = ({ clause }: Reading, term: string, named: boolean): string => {
  const article = /^(?:the|an?) /i.exec(term)?.[0].trim().toLowerCase().replace('an', 'a') ?? 'bare'
  return `${named ? answerClassOf(clause.tokens, clause.subject).kind : 'term'} ${article}`
}

const isNameAt = (tokens: Reading['clause']['tokens'], at: number): boolean =>
  /^[\p{Lu}\d]/u.test(tokens[at]?.text ?? '')

/** "The main partner was the United Nations": asked by what it is, answered by its name. */
function identity(reading: Reading): Claim[] {
  const { clause } = reading
  const answer = wordsIn(reading, clause.rest)
  if (clause.rest.to - clause.rest.from > LONGEST_ANSWER || !standsAlone(reading, null)) return []
  if (!/^(?:the|an?|to)$/.test(lowerAt(clause.tokens, clause.rest.from)) && !isNameAt(clause.tokens, clause.rest.from))
    return []
  const question = askAround(reading.source, 'what', '')
  if (question === null) return []
  const { kind, answerClass } = answerClassOf(clause.tokens, clause.rest)
  return [
    clauseClaim(reading, {
      kind: 'relation',
      relation: clause.group.main.lower,
      answer,
      at: clause.rest,
      answerType: kind,
      exact: true,
      answerClass,
      question,
      canBeGap: true,
    }),
  ]
}

const GENUS =
  /^(?:an?|the (?:process|act|study|practice|ability|state|amount|number|period|height|length|measure|use|finding|mixing|line|share|day|information|tendency|loss|speed)|(?!the\b)\p{Ll}+s?)\b/u

/** A common noun with a definition that reaches the end of its sentence. */
const isDefining = ({ clause, context, sentence }: Reading, term: string, answer: string): boolean =>
  // What stood in brackets belongs to a definition.
  !/[([]/.test(sentence.raw) &&
  clause.rest.to >= clause.tokens.length - 1 &&
  !/\p{Lu}\p{Ll}|^(?:most|many|some|all|both|each|several)\b/u.test(term) &&
  !term.split(' ').some((word) => context.kinds.has(word.toLowerCase())) &&
  isOwn(term) &&
  isOwn(answer) &&
  GENUS.test(answer) &&
  !isUndefining(answer) &&
  !/^(?:an?|the|one of the)? ?(?:important|popular|common|useful|good|essential|valuable|major|key|significant)\b/.test(
    answer,
  )

/** Has a word that is not common: "milk" needs no definition, and "a practice of agents" is none. */
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
