import type { Claim } from '../../fact/claim'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'

/** A typed answer where too few wrong options can be had. */
export function typed(_claim: Claim, _pool: Pool): Draft[] {
  return []
}
