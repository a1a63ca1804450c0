import type { Claim } from '../fact/claim'
import { neighbours, type Pool } from './pool'

/** A wrong option and why it is wrong. */
export type Distractor = { readonly text: string; readonly reason: string }

/** Refutable wrong options for a claim's answer, best first: rival lists, the same type here, computed. */
export function distractorsFor(claim: Claim, pool: Pool): Distractor[] {
  const found = claim.list ? rivals(claim, pool) : []
  const seen = new Set([claim.fact.answer.toLowerCase()])
  return found.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))
}

/** Members of other closed lists, of the same form, that this list does not have. */
export function rivals(claim: Claim, pool: Pool): Distractor[] {
  const own = new Set((pool.byList.get(claim.list?.factId ?? '') ?? []).map(({ fact }) => fact.answer.toLowerCase()))
  return neighbours(pool, claim, claim.answerType)
    .filter(
      (other) => other.list && other.list.factId !== claim.list?.factId && !own.has(other.fact.answer.toLowerCase()),
    )
    .map(({ fact }) => ({ text: fact.answer, reason: `“${fact.answer}” is in another list: ${fact.subject}.` }))
}
