import type { Claim } from '../../fact/claim'
import type { Draft } from '../make-item'

const LONGEST_ANSWER = 3

/** A typed answer: a year or a count as numeric, a short name or term as short answer. */
export function typed(claim: Claim): Draft[] {
  const { question, fact, answerType } = claim
  if (question === null || fact.members.length > 0 || fact.answer.split(/\s+/).length > LONGEST_ANSWER) return []
  const numeric = /^\d[\d,.]*$/.test(fact.answer) && (answerType === 'year' || answerType === 'number')
  return [{ type: numeric ? 'numeric' : 'short-answer', claim, stem: question, key: [fact.answer] }]
}
