import { membersOf } from '../../../language/english/coordination'
import { nounKind } from '../../../language/english/lexicon'
import { fullPhraseEnd, isPronoun, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround, askObject } from '../../../language/english/questions'
import { lowerAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { isVagueAnswer, type Reading, standsAlone } from '../sentences/clause-reading'
import { answerClassOf, severalNames } from './answer-kind'
import { type Claim, clauseClaim } from './claim'

const LONGEST_ANSWER = 14
const LONGEST_LIST = 60
// "What did X have?" has as many answers as X has properties.
const VAGUE = new Set(
  'have be do make get take include contain involve become mean say want need seem appear begin start continue try tend remain keep let help cause come go feel think believe know see use allow enable require consider call name term show suggest indicate'.split(
    ' ',
  ),
)
// "identified their gods with …": the second thing belongs to the verb.
const PAIRS = new Set(['identify', 'compare', 'associate', 'replace', 'combine', 'equate', 'provide', 'supply'])
const TAIL =
  /^(?:into|from|onto|against|toward|towards|through|by|via|after|before|during|since|until|upon|without|despite|throughout|within|across|because|as)$/

/** "S verb O …": the object as answer, with what may belong elsewhere kept in the question. */
export function objectClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { group, tokens } = clause
  const object = objectOf(reading, group.base)
  if (object === null) return []
  const tail = { from: object.to, to: clause.rest.to }
  const members = membersOf(tokens, object, sentence.text)
  const limit = members.length > 2 ? LONGEST_LIST : LONGEST_ANSWER
  if (object.to - object.from > limit || !isAskable(reading, object)) return []
  const { kind, answerClass } = answerClassOf(tokens, object)
  const question = askObject(
    reading.source,
    wordFor(isPersonAt(tokens, object) ? 'person' : kind, members.length),
    [textOf(sentence.text, tokens, { from: clause.rest.from, to: object.from }), textOf(sentence.text, tokens, tail)]
      .filter(Boolean)
      .join(' '),
  )
  if (question === null) return []
  return [
    clauseClaim(reading, {
      kind: members.length > 2 ? 'list' : 'relation',
      relation: textOf(sentence.text, tokens, group),
      at: object,
      answerType: kind,
      answerClass,
      members,
      multiple: severalNames(kind, members) ? question : null,
      question,
      canBeGap: members.length === 0,
    }),
  ]
}

/** "his father", "400 officers". */
const isPersonAt = (tokens: Reading['clause']['tokens'], { from }: Range): boolean =>
  nounKind(lowerAt(tokens, nounPhraseEnd(tokens, from) - 1)) === 'person'

const isAskable = (reading: Reading, object: Range): boolean =>
  !isVagueAnswer(reading, object) && standsAlone(reading, object) && !leavesVerb(reading, object.to)

/** "entered … and studied …": of two verbs the second would be left over. */
const leavesVerb = ({ clause: { tokens, rest } }: Reading, from: number): boolean =>
  tokens.slice(from, rest.to).some(({ tag }, n, all) => tag === 'CCONJ' && /^(?:VERB|AUX)$/.test(all[n + 1]?.tag ?? ''))

const wordFor = (kind: string, members: number): string => {
  if (kind === 'person') return 'who'
  if (kind === 'country') return members > 1 ? 'which countries' : 'which country'
  return 'what'
}

/** "for three years": how long belongs to the verb. */
const isDuration = (tokens: Reading['clause']['tokens'], at: number): boolean =>
  nounKind(lowerAt(tokens, nounPhraseEnd(tokens, at + 1) - 1)) === 'time'

/** "the preparation of medicines by distillation": the means belongs to the act. */
const isOfAct = (tokens: Reading['clause']['tokens'], from: number, at: number): boolean =>
  lowerAt(tokens, at) === 'by' && tokens.slice(from, at).some(({ lower }) => lower === 'of')

/** "demonstrated to the public | its will", "gave Peru | firm support": past the one to whom. */
function pastRecipient(tokens: Reading['clause']['tokens'], from: number, base: string): number {
  if (!GIVES.has(base)) return from
  if (tokens[from]?.lower === 'to') return fullPhraseEnd(tokens, from + 1, (word) => word === 'of')
  const end = fullPhraseEnd(tokens, from, (word) => word === 'of')
  return nounPhraseEnd(tokens, end) > end ? end : from
}

/** The object noun phrase with what surely belongs to it; null when what follows is no plain tail. */
function objectOf({ clause }: Reading, base: string | null): Range | null {
  if (base === null || VAGUE.has(base) || clause.group.kind !== 'active') return null
  if (clause.tokens[clause.rest.to]?.text === ':') return null
  const { tokens, rest, times } = clause
  const from = pastRecipient(tokens, rest.from, base)
  if (isPronoun(tokens[from]) || tokens[from]?.tag === 'ADP') return null
  const starts = new Set(times.filter(({ preposition }) => preposition !== 'of').map(({ from: at }) => at))
  const attach = (word: string, at: number) =>
    !starts.has(at) &&
    !isDuration(tokens, at) &&
    lowerAt(tokens, at + 2) !== 'sake' &&
    !(word === 'to' && GIVES.has(base)) &&
    !(word === 'with' && PAIRS.has(base)) &&
    (!TAIL.test(word) || isOfAct(tokens, from, at))
  let to = Math.min(rest.to, fullPhraseEnd(tokens, from, attach))
  if (to === from) return null
  to = withClause(tokens, to, rest.to)
  return to === rest.to || plainTail(tokens, to) ? { from, to } : null
}

/** "an English nation that limited …", "efforts to eliminate …": the rest of the clause belongs to the phrase. */
function withClause(tokens: Reading['clause']['tokens'], at: number, end: number): number {
  const next = tokens[at]
  if (!next || at >= end) return at
  if (/^(?:that|who|which|whose|to|than)$/.test(next.lower) || (next.tag === 'VERB' && /(?:ed|ing)$/.test(next.lower)))
    return end
  return at
}

const plainTail = (tokens: Reading['clause']['tokens'], at: number): boolean => {
  const next = tokens[at]
  return (
    next !== undefined &&
    ((next.tag === 'ADP' && next.lower !== 'than') || /^(?:to|during|after|before|since|until|when)$/.test(next.lower))
  )
}

/** Verbs of which something is said to reach someone. */
const GIVES = new Set(
  'give present show demonstrate send bring offer grant transfer assign submit deliver extend introduce add pay sell provide'.split(
    ' ',
  ),
)
const SOMEONE = /^(?:person|organization|country)$/

/** "S showed to the council | its plan", "S gave the council | a plan": to whom. */
export function recipientClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { group, tokens, rest } = clause
  const recipient = recipientOf(reading)
  if (recipient === null || isVagueAnswer(reading, recipient) || !standsAlone(reading, recipient)) return []
  const { kind, answerClass } = answerClassOf(tokens, recipient)
  const head = nounKind(lowerAt(tokens, nounPhraseEnd(tokens, recipient.from) - 1))
  if (!SOMEONE.test(kind) && head !== 'person' && head !== 'group') return []
  const object = textOf(sentence.text, tokens, { from: recipient.to, to: rest.to })
  const question = askAround(reading.source, 'to whom', object)
  if (question === null) return []
  return [
    clauseClaim(reading, {
      kind: 'relation',
      relation: `${textOf(sentence.text, tokens, group)} to`,
      at: recipient,
      answerType: kind,
      answerClass,
      question,
      canBeGap: false,
    }),
  ]
}

function recipientOf({ clause: { group, tokens, rest } }: Reading): Range | null {
  if (group.kind !== 'active' || group.base === null || !GIVES.has(group.base)) return null
  const from = lowerAt(tokens, rest.from) === 'to' ? rest.from + 1 : rest.from
  const to = fullPhraseEnd(tokens, from, (word) => word === 'of')
  if (to === from || isPronoun(tokens[from]) || nounPhraseEnd(tokens, to) === to) return null
  return lowerAt(tokens, rest.to) === ':' ? null : { from, to }
}
