import type { Claim } from '../../fact/claim'
import { distractorsFor, rivals } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'
import { seedOf } from '../seed'

/** A statement that is the document's, or differs from it by one sure change; which one, the seed says. */
export function trueFalse(claim: Claim, pool: Pool): Draft[] {
  const wrong = claim.list ? rivals(claim, pool) : claim.exact ? distractorsFor(claim, pool) : []
  const { answer, statement, id } = claim.fact
  const change = wrong[seedOf(id) % Math.max(1, Math.min(3, wrong.length))]
  if (!change || statement.split(answer).length !== 2) return []
  // Another bit of the key than the one that picks the change.
  const lie = (seedOf(id) >>> 4) % 2 === 1
  const stem = lie ? statement.replace(answer, () => change.text) : statement
  const explanation = lie ? `${change.reason} The text says: ${statement}` : statement
  return [{ type: 'true-false', claim, stem, key: [lie ? 'False' : 'True'], options: ['True', 'False'], explanation }]
}
