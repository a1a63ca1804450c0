import type { AnswerKind } from '../../../language/english/answer-kind'
import { membersOf } from '../../../language/english/coordination'
import type { Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { textOf } from '../../../language/english/surface'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/reading'
import { likenessOf, severalNames } from './answer-class'
import type { Claim } from './claim'
import { gappedOf, makeClaim, statementOf } from './make-claim'

const LONGEST_ANSWER = 14
const LONGEST_LIST = 60

/** The claim whose answer follows a verb's preposition, whether the verb is active ("rests on A") or passive ("was founded by A"). */
export function prepositionClaim(reading: Reading, answer: Range, preposition: string): Claim[] {
  const { clause, sentence, known } = reading
  const members = membersOf(clause.tokens, answer, sentence.text)
  const limit = members.length > 2 ? LONGEST_LIST : LONGEST_ANSWER
  if (answer.to - answer.from > limit || isVagueAnswer(reading, answer) || !standsAlone(reading, answer)) return []
  const { kind, like } = likenessOf(clause.tokens, answer)
  const after = textOf(sentence.text, clause.tokens, { from: answer.to, to: clause.rest.to })
  const question = askedWith(reading, whOf(kind, preposition, members), preposition, after)
  if (question === null) return []
  return [
    makeClaim({
      kind: members.length > 2 ? 'list' : preposition === 'by' ? 'actor' : 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: `${textOf(sentence.text, clause.tokens, clause.group)} ${preposition}`,
      answer: wordsIn(reading, answer),
      at: answer,
      answerType: kind,
      like,
      members,
      multiple: severalNames(kind, members) ? question : null,
      question,
      gapped: members.length > 0 ? null : gappedOf(sentence, clause, answer),
    }),
  ]
}

/** Several names after "by" are of those who did it. */
const whOf = (kind: AnswerKind, preposition: string, members: readonly string[]): string =>
  kind === 'person' || (preposition === 'by' && members.some((member) => /^\p{Lu}/u.test(member))) ? 'who' : 'what'

/** "was raised to 63 in 1977 and to 87 in 1985": half of two is not asked. */
const askedWith = (reading: Reading, wh: string, preposition: string, after: string): string | null =>
  /\b(?:and|or)\b/.test(after) ? null : askAround(reading.asked, wh, [preposition, after].filter(Boolean).join(' '))
