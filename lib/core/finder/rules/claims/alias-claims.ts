import { lowerAt } from '../../../language/english/at'
import { fullPhraseEnd, type Range } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import { type Reading, standsAlone, wordsIn } from '../sentences/reading'
import { likenessOf } from './answer-class'
import type { Claim } from './claim'
import { makeClaim } from './make-claim'

const NAMING = /^(?:called|known|named|termed|dubbed|abbreviated|nicknamed)$/
const LONGEST_NAME = 6

/** "S, also called A, verb …": another name of the subject. */
export function aliasClaims(reading: Reading): Claim[] {
  const { clause } = reading
  const { tokens, subject } = clause
  const naming = tokens.findIndex(({ lower }, n) => n > subject.to && n < subject.to + 3 && NAMING.test(lower))
  if (naming < 0 || lowerAt(tokens, subject.to) !== ',' || lowerAt(tokens, clause.group.from - 1) !== ',') return []
  // "the dramatic changes, called …": of what, only the text before says.
  if (lowerAt(tokens, subject.from) === 'the' && !tokens.slice(subject.from, subject.to).some(isTelling)) return []
  const from = lowerAt(tokens, naming + 1) === 'as' ? naming + 2 : naming + 1
  const name = { from, to: clause.group.from - 1 }
  if (name.to - from > LONGEST_NAME || fullPhraseEnd(tokens, from, () => true) !== name.to) return []
  return standsAlone(reading, { from: subject.to, to: clause.rest.to }) ? [claimOf(reading, name)] : []
}

const isTelling = ({ text }: Reading['clause']['tokens'][number]): boolean => text === 'of' || /^\p{Lu}/u.test(text)

function claimOf(reading: Reading, name: Range): Claim {
  const { clause, sentence } = reading
  const answer = textOf(sentence.text, clause.tokens, name)
  const term = wordsIn(reading, clause.subject)
  return makeClaim({
    kind: 'alias',
    sentence,
    statement: `Another name of ${term} is ${answer}.`,
    subject: term,
    relation: 'called',
    answer,
    at: name,
    answerType: 'term',
    like: `name ${likenessOf(clause.tokens, name).like}`,
    question: `What other name does the text give ${term}?`,
  })
}
