import { lowerAt, tagAt } from '../language/english/at'
import { nounPhraseEnd } from '../language/english/phrases'
import { askAround } from '../language/english/questions'
import { likenessOf } from './answer-like'
import type { Claim } from './claim'
import { danglingIn } from './dangling'
import { gappedOf, makeClaim, statementOf } from './make-claim'
import { type Reading, standsAlone, wordsIn } from './reading'

const LONGEST_DEFINITION = 24
const LONGEST_ANSWER = 12
const LONGEST_TERM = 5

/** "X is a Y that …" as a definition; "The most common form of Z is the Y" as a name for a place in the world. */
export function definitionClaims(reading: Reading): Claim[] {
  const { clause, known } = reading
  const { group, rest, subject, tokens } = clause
  if (group.kind !== 'copula' || group.auxiliary !== null || nounPhraseEnd(tokens, rest.from) === rest.from) return []
  if (!standsAlone(reading, null)) return []
  if (isDescription(reading)) return identity(reading)
  if (!fitsDefinition(reading) || danglingIn(tokens, rest, known) !== null) return []
  return [defined(reading, tagAt(tokens, subject.from) === 'PROPN' && /^\p{Lu}/u.test(wordsIn(reading, subject)))]
}

/** "The most common form of …": a subject that describes what the complement names. */
const isDescription = ({ clause: { tokens, subject } }: Reading): boolean =>
  lowerAt(tokens, subject.from) === 'the' &&
  !tokens.slice(subject.from, subject.to).some(({ text }) => /^\p{Lu}/u.test(text) && text !== 'The')

/** A short subject, a complement of some length that begins as definitions do, and no reason added. */
function fitsDefinition({ clause }: Reading): boolean {
  const { group, rest, subject, tokens, lead } = clause
  const length = rest.to - rest.from
  if (lead !== null || subject.to - subject.from > LONGEST_TERM || length > LONGEST_DEFINITION || length < 3)
    return false
  if (!/^(?:an?|the)$/.test(lowerAt(tokens, rest.from)) && group.main.lower !== 'are') return false
  const complement = tokens.slice(rest.from, rest.to)
  return !complement.some(
    ({ text }, n) => text === ',' && /^(?:as|because|since|for|while)$/.test(lowerAt(complement, n + 1)),
  )
}

function defined(reading: Reading, named: boolean): Claim {
  const { clause, sentence, known } = reading
  const term = wordsIn(reading, clause.subject)
  const answer = wordsIn(reading, clause.rest)
  const bare = term.replace(/^(?:an?|the) /i, '')
  const number = clause.group.main.lower === 'are' || clause.group.main.lower === 'were' ? 'plural' : 'singular'
  const defines =
    !named &&
    /^(?:an?|the (?:process|act|study|practice|ability|state|amount|number|part|period|height|length|measure|use)|\p{Ll}+s?)\b/u.test(
      answer,
    ) &&
    !/^the (?:most|first|last|only|main|largest|same)\b/.test(answer)
  const long = clause.rest.to - clause.rest.from > LONGEST_ANSWER
  return makeClaim({
    kind: 'definition',
    sentence,
    statement: statementOf(sentence, clause, known),
    subject: named ? term : bare,
    relation: clause.group.main.lower,
    answer,
    at: clause.rest,
    answerType: 'definition',
    like: `definition ${number}${long ? ' long' : ''}`,
    question: defines ? `How does the text define “${bare}”?` : `How does the text describe ${term}?`,
    reverse: defines
      ? `Which term does the text define as “${answer}”?`
      : `What does the text describe as “${answer}”?`,
  })
}

/** "The main partner was the United Nations": asked by what it is, answered by its name. */
function identity(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const answer = wordsIn(reading, clause.rest)
  if (clause.rest.to - clause.rest.from > LONGEST_ANSWER) return []
  const question = askAround(reading.asked, 'what', '')
  if (question === null) return []
  const { kind, like } = likenessOf(clause.tokens, clause.rest)
  return [
    makeClaim({
      kind: 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: clause.group.main.lower,
      answer,
      at: clause.rest,
      answerType: kind,
      exact: true,
      like,
      question,
      gapped: gappedOf(sentence, clause, clause.rest),
    }),
  ]
}
