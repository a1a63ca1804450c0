import type { FactKind } from '../../../fact/fact'
import { membersOf } from '../../../language/english/coordination'
import { isSuperlative, nounKind } from '../../../language/english/lexicon'
import type { AnswerKind } from '../../../language/english/names'
import { numberWord } from '../../../language/english/numbers'
import { fullPhraseEnd, isPronoun, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround, askSubject } from '../../../language/english/questions'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { type VerbGroup, verbGroupAt } from '../../../language/english/verbs'
import { textOf } from '../../../language/english/word-case'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/clause-reading'
import { answerClassOf } from './answer-kind'
import { type Claim, clauseClaim } from './claim'

const LONGEST_ANSWER = 14
const LONGEST_LIST = 60

type Complement = { readonly answer: Range; readonly preposition: string }

/** What stands after the verb, asked by "what" or "who": "S presented | O to P", "S rests on | A", "S was founded by | B". */
export function complementClaims(reading: Reading): Claim[] {
  const { tokens, rest, group } = reading.clause
  const found = lowerAt(tokens, rest.to) === ':' ? null : complementOf(reading)
  if (found === null) return []
  const { answer, preposition } = found
  const members = membersOf(tokens, answer, reading.sentence.text)
  if (!isAskable(reading, answer, members.length > 2 ? LONGEST_LIST : LONGEST_ANSWER)) return []
  const { kind, answerClass } = answerClassOf(tokens, answer)
  const question = complementQuestion(reading, found, whOf(reading, found, kind, members))
  if (question === null) return []
  return [
    clauseClaim(reading, {
      kind: members.length > 2 ? 'list' : kindOf(group, preposition),
      relation: `${textOf(reading.sentence.text, tokens, group)} ${preposition}`.trim(),
      at: answer,
      answerType: kind,
      answerClass,
      members,
      question,
    }),
  ]
}

const CAUSES = /^(?:cause|result|lead|trigger|prevent|produce)$/

function kindOf({ base }: VerbGroup, preposition: string): FactKind {
  if (CAUSES.test(base ?? '')) return 'cause'
  return preposition === 'by' ? 'actor' : 'relation'
}

const complementOf = (reading: Reading): Complement | null => afterPreposition(reading) ?? objectOf(reading)

const isAskable = (reading: Reading, answer: Range, longest: number): boolean =>
  answer.to - answer.from <= longest && !isVagueAnswer(reading, answer) && standsAlone(reading, answer)

/** "was raised to 63 in 1977 and to 87 in 1985": half of two is not asked. */
function complementQuestion({ clause, sentence, source }: Reading, { answer, preposition }: Complement, wh: string) {
  const tail = textOf(sentence.text, clause.tokens, { from: answer.to, to: clause.rest.to })
  if (/\b(?:and|or)\b/.test(tail)) return null
  // "By whom was it built?", not "Who was it built by?".
  if (preposition === 'by') return askAround(source, wh === 'who' ? 'by whom' : 'by what', tail)
  return askAround(source, wh, [preposition, tail].filter(Boolean).join(' '))
}

function whOf(
  { clause: { tokens } }: Reading,
  { answer, preposition }: Complement,
  kind: string,
  members: readonly string[],
) {
  const isPerson = nounKind(lowerAt(tokens, nounPhraseEnd(tokens, answer.from) - 1)) === 'person'
  if (kind === 'person' || isPerson || (preposition === 'by' && members.some((name) => /^\p{Lu}/u.test(name))))
    return 'who'
  return kind === 'country' && preposition === '' ? (members.length > 1 ? 'which countries' : 'which country') : 'what'
}

const AFTER_PASSIVE = /^(?:of|on|by|with|from|into|to|as|for)$/
const AFTER_ACTIVE = /^(?:of|on|upon|to|with|from|into|as)$/
/** The phrase after the verb's preposition, to the end of the clause but for a time. */
function afterPreposition({ clause }: Reading): Complement | null {
  const { tokens, rest, group } = clause
  const preposition = lowerAt(tokens, rest.from)
  const from = rest.from + 1
  const starts = timeStarts(clause)
  if (!takesPreposition(group, preposition) || starts.has(rest.from) || isPronoun(tokens[from])) return null
  const kind = nounKind(lowerAt(tokens, nounPhraseEnd(tokens, from) - 1))
  const end = fullPhraseEnd(tokens, from, (_, at) => !starts.has(at))
  if (end === from || kind === 'time' || kind === 'quantity') return null
  const to = Math.min(rest.to, end)
  return to === rest.to || starts.has(to) ? { answer: { from, to }, preposition } : null
}

function takesPreposition({ kind, base }: VerbGroup, preposition: string): boolean {
  if (kind === 'copula' || base === null || VAGUE.has(base)) return false
  if (kind === 'passive') return AFTER_PASSIVE.test(preposition)
  return AFTER_ACTIVE.test(preposition) || (preposition === 'in' && base === 'result')
}

const timeStarts = ({ times }: Reading['clause']): ReadonlySet<number> =>
  new Set(times.filter(({ preposition }) => preposition !== 'of').map(({ from }) => from))

// "What did X have?" has as many answers as X has properties.
const VAGUE = new Set(
  'have be do make get take include contain involve become mean say want need seem appear look turn occur happen live work begin start continue try tend remain keep let help come go feel think believe know see use allow enable require consider call name term show suggest indicate'.split(
    ' ',
  ),
)
// "led the way", "play a role", "paid attention": the object means little without its verb.
const IDIOM = /^(?:bear|bring|carry|find|give|hold|lead|pay|play|put|serve|set)$/
const TAIL =
  /^(?:into|from|onto|against|toward|towards|through|by|via|after|before|during|since|until|upon|without|despite|throughout|within|across|because|as)$/

/** The object noun phrase with what surely belongs to it; null when what follows is no plain tail. */
function objectOf({ clause }: Reading): Complement | null {
  const { tokens, rest, group } = clause
  if (group.kind !== 'active' || group.base === null || VAGUE.has(group.base) || IDIOM.test(group.base)) return null
  const { from } = rest
  const starts = timeStarts(clause)
  if (isPronoun(tokens[from])) return null
  const belongs = (word: string, at: number) => !starts.has(at) && !TAIL.test(word)
  const end = Math.min(rest.to, fullPhraseEnd(tokens, from, belongs))
  if (end === from) return null
  const to = withClause(tokens, end, rest.to)
  return to === rest.to || isPlainTail(tokens, to) ? { answer: { from, to }, preposition: '' } : null
}

/** "an English nation that limited …", "efforts to eliminate …": the rest of the clause belongs to the phrase. */
function withClause(tokens: readonly Token[], at: number, end: number): number {
  const next = tokens[at]
  if (!next || at >= end) return at
  const isReduced = next.tag === 'VERB' && /(?:ed|ing)$/.test(next.lower)
  return /^(?:that|who|which|whose|to|than)$/.test(next.lower) || isReduced ? end : at
}

const isPlainTail = (tokens: readonly Token[], at: number): boolean =>
  (tagAt(tokens, at) === 'ADP' && lowerAt(tokens, at) !== 'than') ||
  /^(?:during|after|before|since|until|when)$/.test(lowerAt(tokens, at))

const LONGEST_SUBJECT = 12
const SHORTEST_PREDICATE = 4
// "What demonstrated their …": a pronoun for the answer reveals its number.
const OWN = /^(?:its|their|his|her|itself|themselves|himself|herself|they|them|it)$/
const UNTOLD = /^(?:this|these|those|such|its|their|his|her|some|many|most)$/

/** "Who or what verb …?": the subject as answer, where the predicate fits one subject. */
export function subjectClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { subject, group, rest, tokens } = clause
  const isPlain = subject.to === group.from && subject.to - subject.from <= LONGEST_SUBJECT
  if (
    !isPlain ||
    !tellsEnough(reading) ||
    isPronoun(tokens[subject.from]) ||
    UNTOLD.test(lowerAt(tokens, subject.from))
  )
    return []
  if (!isAskable(reading, subject, LONGEST_SUBJECT)) return []
  const { kind, answerClass } = answerClassOf(tokens, subject)
  const members = membersOf(tokens, subject, sentence.text)
  const wh = whOfSubject(reading, kind, members.length)
  if (wh === null) return []
  const question = askSubject(reading.source, wh)
  const [first = '', ...others] = members
  return [
    clauseClaim(reading, {
      kind: kindOfSubject(kind, members.length, group.base),
      subject: textOf(sentence.text, tokens, { from: group.from, to: rest.to }),
      relation: 'subject',
      at: subject,
      answerType: kind,
      answerClass,
      members: members.length > 0 ? [wordsIn(reading, subject).slice(0, first.length), ...others] : [],
      question,
    }),
  ]
}

const kindOfSubject = (kind: AnswerKind, members: number, base: string | null): FactKind =>
  members > 1 ? 'list' : kind === 'person' ? 'actor' : CAUSES.test(base ?? '') ? 'cause' : 'relation'

/** A predicate long enough to fit one subject, without a second subject or a pronoun for the first. */
function tellsEnough({ clause: { group, rest, tokens } }: Reading): boolean {
  const said = tokens.slice(rest.from, rest.to)
  if (
    group.auxiliary === 'can' ||
    /^(?:include|refer|mean|define)$/.test(group.base ?? '') ||
    said.some(({ lower }) => OWN.test(lower))
  )
    return false
  const isRanked = lowerAt(said, 0) === 'the' && (RANKED.test(lowerAt(said, 1)) || isSuperlative(lowerAt(said, 1)))
  if (group.kind === 'copula' ? !isRanked : said.length < SHORTEST_PREDICATE) return false
  return !said.some(
    ({ tag }, n) => tag === 'CCONJ' && (isVerb(said, n + 1) || isVerb(said, nounPhraseEnd(said, n + 1))),
  )
}
const RANKED = /^(?:only|first|last|sole)$/
const isVerb = (tokens: readonly Token[], at: number): boolean => verbGroupAt(tokens, at) !== null

/** The wh-word that fits type and number; null where a name might be a person's, a place's or a thing's. */
function whOfSubject({ clause: { subject, tokens } }: Reading, kind: AnswerKind, members: number): string | null {
  const named = WHICH[kind]
  if (named) return members > 1 ? `which ${numberWord(members)} ${named[1]}` : `which ${named[0]}`
  const end = nounPhraseEnd(tokens, subject.from)
  const isUnknown = /^(?:name|place|city|river|region|state)$/.test(kind) || tagAt(tokens, end - 1) === 'PROPN'
  if (kind === 'person' || nounKind(lowerAt(tokens, end - 1)) === 'person') return 'who'
  return isUnknown ? null : 'what'
}

const WHICH: Readonly<Record<string, readonly [string, string]>> = {
  country: ['country', 'countries'],
  organization: ['organization', 'organizations'],
}
