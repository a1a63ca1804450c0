import type { Clause } from '../../../language/english/clause'
import { isSuperlative, nounKind, rankOf } from '../../../language/english/lexicon'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import type { VerbGroup } from '../../../language/english/verbs'
import { textOf } from '../../../language/english/word-case'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/clause-reading'
import { answerClassOf } from './answer-kind'
import { type Claim, clauseClaim, makeClaim } from './claim'

const LONGEST_DEFINITION = 26
const SHORTEST_DEFINITION = 4
const LONGEST_NAME = 12
const LONGEST_TERM = 5

/** "A fault is a break in …", "X refers to Y", "X are called Y", "The most common Z is Y". */
export function definitionClaims(reading: Reading): Claim[] {
  const { group } = reading.clause
  if (NAMING.has(group.base ?? '') && group.kind === 'passive') return calledClaims(reading)
  const said = group.kind === 'copula' ? afterCopula(reading.clause) : afterVerb(reading.clause)
  if (said === null) return []
  if (group.kind === 'copula' && isDescription(reading)) return identityClaims(reading)
  return fitsDefinition(reading, said) && standsAlone(reading, null) ? defined(reading, said) : []
}

/** "Peru was the only …" is asked by what it is, in the subject's claim. */
function afterCopula({ group, rest, tokens }: Clause): Range | null {
  const ranks = lowerAt(tokens, rest.from) === 'the' && isRanked(lowerAt(tokens, rest.from + 1))
  const isNamed =
    nounPhraseEnd(tokens, rest.from) > rest.from || /^(?:to|an?|anything|something)$/.test(lowerAt(tokens, rest.from))
  return group.auxiliary === null && isNamed && !ranks ? rest : null
}
const isRanked = (word: string): boolean => word === 'only' || isSuperlative(word)

/** "refers to | Y", "is defined as | Y", "means | Y". */
function afterVerb({ group, rest, tokens }: Clause): Range | null {
  const words = `${group.kind} ${group.base} ${lowerAt(tokens, rest.from)}`
  if (/^(?:active refer to|passive define as)$/.test(words)) return { from: rest.from + 1, to: rest.to }
  return /^active mean (?!that)/.test(words) && nounPhraseEnd(tokens, rest.from) > rest.from ? rest : null
}

/** "The task of the crew is | to guard …". */
const isTask = (tokens: Reading['clause']['tokens'], at: number): boolean => lowerAt(tokens, at) === 'to'

/** "The most common form of …": a subject that describes what the complement names. */
const isDescription = ({ clause: { tokens, subject, rest } }: Reading): boolean =>
  lowerAt(tokens, subject.from) === 'the' &&
  (tokens
    .slice(subject.from, subject.to)
    .some(({ lower }) => /^(?:of|in|for)$/.test(lower) || isRanked(lower) || RANK.test(lower)) ||
    isTask(tokens, rest.from)) &&
  !tokens.slice(subject.from, subject.to).some(({ text }) => /^\p{Lu}/u.test(text) && text !== 'The')
const RANK = /^(?:main|first|last|chief|principal)$/

/** "The main partner was the United Nations": asked by what it is, answered by its name. */
function identityClaims(reading: Reading): Claim[] {
  const { clause, source } = reading
  const { tokens, rest } = clause
  const isNamed =
    /^(?:the|an?|to)$/.test(lowerAt(tokens, rest.from)) || /^[\p{Lu}\d]/u.test(tokens[rest.from]?.text ?? '')
  if (rest.to - rest.from > LONGEST_NAME || !isNamed || !standsAlone(reading, null)) return []
  const question = askAround(source, 'what', '')
  if (question === null) return []
  const { kind, answerClass } = answerClassOf(tokens, rest)
  const relation = clause.group.main.lower
  return [
    clauseClaim(reading, {
      kind: 'relation',
      relation,
      at: rest,
      answerType: kind,
      exact: true,
      answerClass,
      question,
    }),
  ]
}

/** A short subject, and a complement of some length that begins as definitions do, with no second statement. */
function fitsDefinition({ clause: { group, subject, tokens, lead } }: Reading, said: Range): boolean {
  const length = said.to - said.from
  const complement = tokens.slice(said.from, said.to)
  return (
    lead === null &&
    subject.to - subject.from <= LONGEST_TERM &&
    length <= LONGEST_DEFINITION &&
    length >= SHORTEST_DEFINITION &&
    (group.kind !== 'copula' || opensDefinition(tokens, subject, group, complement)) &&
    !complement.some(({ text, lower }, n) =>
      text === ','
        ? /^(?:as|because|since|for|while)$/.test(lowerAt(complement, n + 1))
        : lower === 'and' && tagAt(complement, n + 1) === 'AUX',
    )
  )
}

/** "is a …", "are …", of a name "was the …"; without an article only in the present, of what has none: "Magma is molten rock …". */
function opensDefinition(
  tokens: readonly Token[],
  subject: Range,
  group: VerbGroup,
  complement: readonly Token[],
): boolean {
  const [first] = complement
  if (/^(?:an?|the|any|anything|something)$/.test(first?.lower ?? ''))
    return group.tense === 'present' || tagAt(tokens, subject.to - 1) === 'PROPN'
  const isBare = group.main.lower === 'are' || tagAt(tokens, subject.from) !== 'DET'
  return group.tense === 'present' && isBare && /^(?:ADJ|NOUN)$/.test(first?.tag ?? '')
}

/** Asked from either side: what the term means, and which term means that. */
function defined(reading: Reading, said: Range): Claim[] {
  const { subject, tokens, group } = reading.clause
  const term = wordsIn(reading, subject)
  const bare = term.replace(/^(?:an?|the) /i, '')
  const answer = wordsIn(reading, said)
  const named = /^(?:the )?\p{Lu}/u.test(term)
  const genus = nounKind(lowerAt(tokens, nounPhraseEnd(tokens, said.from) - 1)) ?? 'abstract'
  if (!named && (isUndefining(answer) || !isTermOf(bare))) return []
  const number = /^(?:are|were)$/.test(group.main.lower) ? 'plural' : 'singular'
  const common = {
    kind: 'definition' as const,
    relation: group.main.lower,
    answer,
    at: said,
    answerType: 'definition' as const,
  }
  const asked = named
    ? {
        subject: term,
        answerClass: `definition name ${genus} ${number}`,
        question: null,
        reverse: `${genus === 'person' && !/\p{Lu}{2}/u.test(term) ? 'Who' : 'What'} does the text describe as “${answer}”?`,
      }
    : {
        subject: bare,
        answerClass: `definition ${number}`,
        question: `How does the text define “${bare}”?`,
        reverse: `Which term does the text define as “${answer}”?`,
      }
  return [clauseClaim(reading, { ...common, ...asked })]
}

/** No quantity, and a word that is not everybody's, or two words. */
const isTermOf = (term: string): boolean =>
  !/^(?:most|many|some|all|both|each|several|one|two|three|such|other|these|those|this)\b/i.test(term) &&
  (term.includes(' ') || rankOf(term.toLowerCase()) > COMMON)
const COMMON = 100

/** "a common problem", "examples of yeasts", "the cause of …": says no more than that there is one. */
const isUndefining = (answer: string): boolean =>
  /^(?:an?|one|the)? ?(?:\p{Ll}+ )?(?:examples?|problems?|parts?|sources?|results?|things?|issues?|factors?|members?|components?|elements?|features?|causes?|reasons?)\b/u.test(
    answer,
  ) ||
  /^(?:an?|the|one of the)? ?(?:important|popular|common|useful|good|essential|valuable|major|key|significant)\b/.test(
    answer,
  )

const NAMING = new Set(['call', 'name', 'term', 'know', 'refer', 'dub', 'label'])

/** "S are called C", "S is known as C", "S is referred to as C". */
function calledClaims(reading: Reading): Claim[] {
  const { clause, sentence, source } = reading
  const { tokens, rest, group, subject } = clause
  let { from } = rest
  if (group.base === 'refer' && lowerAt(tokens, from) === 'to') from += 1
  if (lowerAt(tokens, from) === 'as') from += 1
  else if (group.base === 'know' || group.base === 'refer') return []
  const answer = { from, to: rest.to }
  if (answer.to <= from || answer.to - from > 8 || fullPhraseEnd(tokens, from, () => true) < answer.to) return []
  if (
    isVagueAnswer(reading, answer) ||
    !standsAlone(reading, answer) ||
    nounPhraseEnd(tokens, subject.from) === subject.from
  )
    return []
  const question = askAround(source, 'what', textOf(sentence.text, tokens, { from: rest.from, to: from }))
  if (question === null) return []
  const answerClass = `name ${answerClassOf(tokens, answer).answerClass}`
  return [
    clauseClaim(reading, {
      kind: 'alias',
      relation: 'called',
      at: answer,
      answerType: 'term',
      exact: true,
      answerClass,
      question,
    }),
  ]
}

/** "S, also called A, verb …", "S, or A, verb …": another name of the subject. */
export function aliasClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { tokens, subject, group } = clause
  if (lowerAt(tokens, subject.to) !== ',' || lowerAt(tokens, group.from - 1) !== ',') return []
  const said = textOf(sentence.text, tokens, { from: subject.to + 1, to: group.from - 1 })
  const opening =
    /^(?:or|(?:also |sometimes |often |formerly )?(?:called|known as|named|termed|dubbed|abbreviated|nicknamed)) /.exec(
      said,
    )
  const length = (opening?.[0] ?? '').split(' ').length - 1
  const name = { from: subject.to + 1 + length, to: group.from - 1 }
  if (length < 1 || name.to - name.from > 6 || fullPhraseEnd(tokens, name.from, () => true) !== name.to) return []
  const answer = textOf(sentence.text, tokens, name)
  const term = wordsIn(reading, subject)
  return [
    makeClaim({
      kind: 'alias',
      sentence,
      statement: `Another name of ${term} is ${answer}.`,
      subject: term,
      relation: 'called',
      answer,
      at: name,
      answerType: 'term',
      answerClass: `name ${answerClassOf(tokens, name).answerClass}`,
      question: `What other name does the text give ${term}?`,
    }),
  ]
}
