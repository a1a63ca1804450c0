import type { Claim } from '../claims/claim'
import type { Distractor } from '../distractors/distractor'
import { rivalsOfList } from '../distractors/list-distractors'
import { namesLike } from '../distractors/named-distractors'
import type { Pool } from '../distractors/pool'
import { mixed } from './choices'
import type { Draft } from './make-item'

const MOST_KEYS = 5
const FEWEST_WRONG = 2
const MOST_WRONG = 3

/** All members of a list among members of a rival list, or among names of the same type. */
export function multiple(claim: Claim, pool: Pool): Draft[] {
  const { members, open } = claim.fact
  if (claim.multiple === null || open || members.length < 2 || members.length > MOST_KEYS) return []
  const wrong: Distractor[] = claim.answerType === 'list' ? rivalsOfList(claim, pool) : namesLike(claim, pool)
  if (wrong.length < FEWEST_WRONG) return []
  return [
    {
      type: 'multiple',
      claim,
      stem: claim.multiple,
      key: members,
      ...mixed(members, wrong.slice(0, MOST_WRONG), claim),
    },
  ]
}
