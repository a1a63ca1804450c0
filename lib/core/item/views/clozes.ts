import type { Claim } from '../../fact/claim'
import type { Draft } from '../make-item'

/** The statement with its answer left out. */
export function clozes(claim: Claim): Draft[] {
  if (claim.gapped === null) return []
  const key = claim.fact.members.length > 0 ? claim.fact.members : [claim.fact.answer]
  return [{ type: 'cloze', claim, stem: claim.gapped, key }]
}
