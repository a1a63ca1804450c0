import type { Claim } from '../../fact/claim'
import type { Distractor } from '../distractor'
import { rivalsOfList } from '../list-distractors'
import type { Draft } from '../make-item'
import { namesLike } from '../named-distractors'
import type { Pool } from '../pool'
import { mixed } from './choices'

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
