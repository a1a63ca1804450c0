import { lowerAt } from '../../../language/english/at'
import { nounKind } from '../../../language/english/lexicon'
import { fullPhraseEnd, isPronoun, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { textOf } from '../../../language/english/surface'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/reading'
import { likenessOf } from './answer-class'
import type { Claim } from './claim'
import { makeClaim, statementOf } from './make-claim'

/** Verbs of which something is said to reach someone. */
export const GIVES = new Set(
  'give present show demonstrate send bring offer grant transfer assign submit deliver extend introduce add pay sell provide'.split(
    ' ',
  ),
)
const SOMEONE = /^(?:person|organization|country)$/

/** "S showed to the council | its plan", "S gave the council | a plan": to whom. */
export function recipientClaims(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const { group, tokens, rest } = clause
  const recipient = recipientOf(reading)
  if (recipient === null || isVagueAnswer(reading, recipient) || !standsAlone(reading, recipient)) return []
  const { kind, like } = likenessOf(tokens, recipient)
  const head = nounKind(lowerAt(tokens, nounPhraseEnd(tokens, recipient.from) - 1))
  if (!SOMEONE.test(kind) && head !== 'person' && head !== 'group') return []
  const object = textOf(sentence.text, tokens, { from: recipient.to, to: rest.to })
  const question = askAround(reading.asked, 'to whom', object)
  if (question === null) return []
  return [
    makeClaim({
      kind: 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: `${textOf(sentence.text, tokens, group)} to`,
      answer: wordsIn(reading, recipient),
      at: recipient,
      answerType: kind,
      like,
      question,
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
