import { membersOf } from '../../../language/english/coordination'
import { nounKind } from '../../../language/english/lexicon'
import type { AnswerKind } from '../../../language/english/names'
import { fullPhraseEnd, isPronoun, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { lowerAt, tagAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { isVagueAnswer, type Reading, standsAlone } from '../sentences/clause-reading'
import { answerClassOf, severalNames } from './answer-kind'
import { type Claim, clauseClaim } from './claim'

const ASKED_AFTER_PASSIVE = /^(?:of|on|by|with|from|into|to|as|for)$/
const NAMING = new Set(['call', 'name', 'term', 'know', 'refer', 'dub', 'label'])

/** "S is composed of A", "S was founded by B", "S are called C": what follows the verb as answer. */
export function passiveClaims(reading: Reading): Claim[] {
  const { clause } = reading
  if (clause.tokens[clause.rest.to]?.text === ':' || clause.group.kind !== 'passive' || clause.group.base === null)
    return []
  if (NAMING.has(clause.group.base)) return naming(reading)
  const preposition = clause.tokens[clause.rest.from]
  if (!preposition || !ASKED_AFTER_PASSIVE.test(preposition.lower)) return []
  const starts = new Set(clause.times.filter(({ preposition }) => preposition !== 'of').map(({ from }) => from))
  if (starts.has(clause.rest.from)) return []
  const from = clause.rest.from + 1
  const end = fullPhraseEnd(clause.tokens, from, (_, at) => !starts.has(at))
  const answer = { from, to: Math.min(clause.rest.to, end) }
  const tail = { from: answer.to, to: clause.rest.to }
  if (answer.to === from || (tail.to > tail.from && !starts.has(tail.from))) return []
  return prepositionClaim(reading, answer, preposition.lower)
}

/** "S are called C", "S is known as C", "S is referred to as C". */
function naming(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { tokens, rest, group } = clause
  let from = rest.from
  if (group.base === 'refer' && tokens[from]?.lower === 'to') from += 1
  if (tokens[from]?.lower === 'as') from += 1
  else if (group.base === 'know' || group.base === 'refer') return []
  const answer = { from, to: rest.to }
  if (answer.to <= from || answer.to - from > 8 || fullPhraseEnd(tokens, from, () => true) < answer.to) return []
  if (
    isVagueAnswer(reading, answer) ||
    !standsAlone(reading, answer) ||
    nounPhraseEnd(tokens, clause.subject.from) === clause.subject.from
  )
    return []
  const tail = textOf(sentence.text, tokens, { from: rest.from, to: from })
  const question = askAround(reading.source, 'what', tail)
  if (question === null) return []
  return [
    clauseClaim(reading, {
      kind: 'alias',
      relation: 'called',
      at: answer,
      answerType: 'term',
      exact: true,
      answerClass: `name ${answerClassOf(tokens, answer).answerClass}`,
      question,
      canBeGap: true,
    }),
  ]
}

const ASKED_AFTER_ACTIVE = /^(?:of|on|upon|to|with|from|into|as)$/
// "went to", "look like": what follows depends on more than the verb.
const VAGUE = new Set(
  'be have do go come get take say speak look seem appear turn begin start talk refer happen occur kick fall run set put pass give burst break settle'.split(
    ' ',
  ),
)

/** "S consists of A", "S led to B", "S rests on C": what the verb's preposition leads to as answer. */
export function relationClaims(reading: Reading): Claim[] {
  const { clause } = reading
  const { tokens, rest, group } = clause
  const preposition = lowerAt(tokens, rest.from)
  if (group.kind !== 'active' || group.base === null || VAGUE.has(group.base) || !ASKED_AFTER_ACTIVE.test(preposition))
    return []
  if (tokens[rest.to]?.text === ':') return []
  const answer = answerAt(reading)
  return answer === null ? [] : prepositionClaim(reading, answer, preposition)
}

/** The phrase after the preposition, to the end of the clause but for a time. */
function answerAt({ clause: { tokens, rest, times } }: Reading): Range | null {
  const from = rest.from + 1
  const starts = new Set(times.filter((time) => time.preposition !== 'of').map(({ from: at }) => at))
  if (starts.has(rest.from) || isPronoun(tokens[from])) return null
  const head = lowerAt(tokens, nounPhraseEnd(tokens, from) - 1)
  if (nounKind(head) === 'time' || nounKind(head) === 'quantity' || tagAt(tokens, from) === 'NUM') return null
  const to = Math.min(
    rest.to,
    fullPhraseEnd(tokens, from, (_, at) => !starts.has(at)),
  )
  return to > from && (to === rest.to || starts.has(to)) ? { from, to } : null
}

const LONGEST_ANSWER = 14

/** "S was unable to V | O" asked by what; "S presented itself as | R" asked by as what. */
export function abilityClaims(reading: Reading): Claim[] {
  const { tokens, rest, group } = reading.clause
  if (
    group.kind === 'copula' &&
    /^(?:un)?able$/.test(lowerAt(tokens, rest.from)) &&
    tagAt(tokens, rest.from + 2) === 'VERB'
  )
    return complementClaim(reading, { from: rest.from + 3, to: rest.to }, 'what', {
      from: rest.from,
      to: rest.from + 3,
    })
  if (
    group.kind === 'active' &&
    /^(?:it|them|him|her)sel(?:f|ves)$/.test(lowerAt(tokens, rest.from)) &&
    lowerAt(tokens, rest.from + 1) === 'as'
  )
    return complementClaim(reading, { from: rest.from + 2, to: rest.to }, 'as what', {
      from: rest.from,
      to: rest.from + 1,
    })
  return []
}

function complementClaim(reading: Reading, answer: Range, wh: string, kept: Range): Claim[] {
  const { clause, sentence } = reading
  const { tokens } = clause
  if (answer.to - answer.from > LONGEST_ANSWER || fullPhraseEnd(tokens, answer.from, () => true) < answer.to) return []
  if (isVagueAnswer(reading, answer) || !standsAlone(reading, answer)) return []
  const question = askAround(reading.source, wh, textOf(sentence.text, tokens, kept))
  if (question === null) return []
  const { kind, answerClass } = answerClassOf(tokens, answer)
  return [
    clauseClaim(reading, {
      kind: 'relation',
      relation: textOf(sentence.text, tokens, kept),
      at: answer,
      answerType: kind,
      answerClass,
      question,
      canBeGap: true,
    }),
  ]
}

const LONGEST_LIST = 60

/** The claim whose answer follows a verb's preposition, whether the verb is active ("rests on A") or passive ("was founded by A"). */
function prepositionClaim(reading: Reading, answer: Range, preposition: string): Claim[] {
  const { clause, sentence } = reading
  const members = membersOf(clause.tokens, answer, sentence.text)
  const limit = members.length > 2 ? LONGEST_LIST : LONGEST_ANSWER
  if (answer.to - answer.from > limit || isVagueAnswer(reading, answer) || !standsAlone(reading, answer)) return []
  const { kind, answerClass } = answerClassOf(clause.tokens, answer)
  const after = textOf(sentence.text, clause.tokens, { from: answer.to, to: clause.rest.to })
  const question = askedWith(reading, whOf(kind, preposition, members), preposition, after)
  if (question === null) return []
  return [
    clauseClaim(reading, {
      kind: members.length > 2 ? 'list' : preposition === 'by' ? 'actor' : 'relation',
      relation: `${textOf(sentence.text, clause.tokens, clause.group)} ${preposition}`,
      at: answer,
      answerType: kind,
      answerClass,
      members,
      multiple: severalNames(kind, members) ? question : null,
      question,
      canBeGap: members.length === 0,
    }),
  ]
}

/** Several names after "by" are of those who did it. */
const whOf = (kind: AnswerKind, preposition: string, members: readonly string[]): string =>
  kind === 'person' || (preposition === 'by' && members.some((member) => /^\p{Lu}/u.test(member))) ? 'who' : 'what'

/** "was raised to 63 in 1977 and to 87 in 1985": half of two is not asked. */
const askedWith = (reading: Reading, wh: string, preposition: string, after: string): string | null =>
  /\b(?:and|or)\b/.test(after) ? null : askAround(reading.source, wh, [preposition, after].filter(Boolean).join(' '))
