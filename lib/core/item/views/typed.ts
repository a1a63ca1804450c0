import type { Claim } from '../../fact/claim'
import { distractorsFor } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'

const LONGEST_ANSWER = 3
const ENOUGH = 3

/** A typed answer where too few wrong options can be had: a number as numeric, a short name or term as short answer. */
export function typed(claim: Claim, pool: Pool): Draft[] {
  const { question, fact, answerType } = claim
  if (question === null || fact.members.length > 0 || fact.answer.split(/\s+/).length > LONGEST_ANSWER) return []
  if (distractorsFor(claim, pool).length >= ENOUGH) return []
  const numeric = /^\d[\d,.]*$/.test(fact.answer) && (answerType === 'year' || answerType === 'number')
  return [{ type: numeric ? 'numeric' : 'short-answer', claim, stem: question, key: [fact.answer] }]
}
