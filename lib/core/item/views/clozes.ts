import type { Claim } from '../../fact/claim'
import type { Draft } from '../make-item'

const LONGEST_TYPED = 4

/** The statement with its answer left out: typed where the answer is short, else a card to complete. */
export function clozes(claim: Claim): Draft[] {
  if (claim.gapped === null || claim.gaps.length === 0) return []
  const typed = claim.gaps.every((gap) => gap.split(/\s+/).length <= LONGEST_TYPED)
  if (!typed && claim.question !== null) return []
  return [{ type: typed ? 'cloze' : 'flashcard', claim, stem: claim.gapped, key: claim.gaps }]
}
