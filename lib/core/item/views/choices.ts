import type { Claim } from '../../fact/claim'
import { type Distractor, distractorsFor } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'
import { seedOf, shuffled } from '../seed'

const WRONG_OPTIONS = 3

/** One right option among three refutable ones; nothing when fewer than three can be had. */
export function choices(claim: Claim, pool: Pool): Draft[] {
  const stem = claim.list?.ask ?? claim.question
  if (stem === null || claim.fact.members.length > 0) return []
  const wrong = distractorsFor(claim, pool).slice(0, WRONG_OPTIONS)
  if (wrong.length < WRONG_OPTIONS) return []
  return [{ type: 'choice', claim, stem, key: [claim.fact.answer], ...mixed([claim.fact.answer], wrong, claim) }]
}

/** Options in seeded order with the reasons of the wrong ones. */
export function mixed(key: readonly string[], wrong: readonly Distractor[], claim: Claim) {
  const options = shuffled([...key, ...wrong.map(({ text }) => text)].sort(), seedOf(claim.fact.id))
  return { options, reasons: Object.fromEntries(wrong.map(({ text, reason }) => [text, reason])) }
}
