import type { Claim } from '../../fact/claim'
import { type Distractor, distractorsFor, termsLike } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'
import { seedOf, shuffled } from '../seed'

const WRONG_OPTIONS = 3

/** One right option among three refutable ones; nothing when fewer than three can be had. */
export function choices(claim: Claim, pool: Pool): Draft[] {
  const stem = claim.list?.ask ?? claim.question ?? (claim.like === 'member part' ? null : claim.gapped)
  if (claim.fact.members.length > 0) return []
  const forward = stem === null ? [] : choiceOf(claim, stem, claim.fact.answer, distractorsFor(claim, pool))
  const backward =
    claim.reverse !== null && claim.answerType === 'definition'
      ? choiceOf(claim, claim.reverse, claim.fact.subject, termsLike(claim, pool))
      : []
  return forward.length > 0 ? forward : backward
}

function choiceOf(claim: Claim, stem: string, key: string, found: readonly Distractor[]): Draft[] {
  const wrong = found.slice(0, WRONG_OPTIONS)
  return wrong.length < WRONG_OPTIONS
    ? []
    : [{ type: 'choice', claim, stem, key: [key], ...mixed([key], wrong, claim) }]
}

/** Options in seeded order with the reasons of the wrong ones. */
export function mixed(key: readonly string[], wrong: readonly Distractor[], claim: Claim) {
  const options = shuffled([...key, ...wrong.map(({ text }) => text)].sort(), seedOf(claim.fact.id))
  return { options, reasons: Object.fromEntries(wrong.map(({ text, reason }) => [text, reason])) }
}
