import { lowerAt, tagAt } from '../../../language/english/at'
import { fullPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { textOf } from '../../../language/english/surface'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/reading'
import { likenessOf } from './answer-class'
import type { Claim } from './claim'
import { gappedOf, makeClaim, statementOf } from './make-claim'

const LONGEST_ANSWER = 14

/** "S was unable to V | O" asked by what; "S presented itself as | R" asked by as what. */
export function abilityClaims(reading: Reading): Claim[] {
  const { tokens, rest, group } = reading.clause
  if (
    group.kind === 'copula' &&
    /^(?:un)?able$/.test(lowerAt(tokens, rest.from)) &&
    tagAt(tokens, rest.from + 2) === 'VERB'
  )
    return claimOf(reading, { from: rest.from + 3, to: rest.to }, 'what', { from: rest.from, to: rest.from + 3 })
  if (
    group.kind === 'active' &&
    /^(?:it|them|him|her)sel(?:f|ves)$/.test(lowerAt(tokens, rest.from)) &&
    lowerAt(tokens, rest.from + 1) === 'as'
  )
    return claimOf(reading, { from: rest.from + 2, to: rest.to }, 'as what', { from: rest.from, to: rest.from + 1 })
  return []
}

function claimOf(reading: Reading, answer: Range, wh: string, kept: Range): Claim[] {
  const { clause, sentence, known } = reading
  const { tokens } = clause
  if (answer.to - answer.from > LONGEST_ANSWER || fullPhraseEnd(tokens, answer.from, () => true) < answer.to) return []
  if (isVagueAnswer(reading, answer) || !standsAlone(reading, answer)) return []
  const question = askAround(reading.asked, wh, textOf(sentence.text, tokens, kept))
  if (question === null) return []
  const { kind, like } = likenessOf(tokens, answer)
  return [
    makeClaim({
      kind: 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: textOf(sentence.text, tokens, kept),
      answer: wordsIn(reading, answer),
      at: answer,
      answerType: kind,
      like,
      question,
      gapped: gappedOf(sentence, clause, answer),
    }),
  ]
}
