import type { Found } from './finder'
import { openGate } from './gate'
import type { Generated } from './generated'

/** What the rules made, and beside it what another finder found and the gate admits. */
export function addFound(made: Generated, found: readonly Found[]): Generated {
  const admitted = openGate(made.document, made).admit(found.flatMap(({ drafts }) => drafts))
  return {
    ...made,
    facts: [...made.facts, ...admitted.facts],
    items: [...made.items, ...admitted.items],
    refusals: [...made.refusals, ...found.flatMap(({ refusals }) => refusals), ...admitted.refusals],
  }
}
