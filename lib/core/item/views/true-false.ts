import type { Claim } from '../../fact/claim'
import { rivals } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'
import { seedOf } from '../seed'

/** A statement that is the document's, or differs from it by one sure change; which one, the seed says. */
export function trueFalse(claim: Claim, pool: Pool): Draft[] {
  if (!claim.list) return []
  const rival = rivals(claim, pool)[0]
  if (!rival) return []
  const lie = seedOf(claim.fact.id) % 2 === 1
  const stem = lie ? claim.fact.statement.replace(claim.fact.answer, () => rival.text) : claim.fact.statement
  return [
    {
      type: 'true-false',
      claim,
      stem,
      key: [lie ? 'False' : 'True'],
      options: ['True', 'False'],
      explanation: claim.fact.statement,
    },
  ]
}
