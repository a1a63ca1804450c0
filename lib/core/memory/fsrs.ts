import { FSRS, type Grade } from 'ts-fsrs'
import { RATINGS, type Rating } from './memory'
import { numbersOf, type Weights } from './weights'

export const MAXIMUM_INTERVAL_DAYS = 36_500

/** FSRS-6 as in ts-fsrs 5.4, for one share of facts to be recalled. Its own fuzz is off: ours is seeded by the fact. */
export function fsrsFor(desiredRetention: number, weights: Weights): FSRS {
  const key = `${desiredRetention} ${weights.kind === 'fitted' ? weights.id : weights.kind}`
  const known = kept.get(key)
  if (known) return known
  const made = new FSRS({
    request_retention: desiredRetention,
    maximum_interval: MAXIMUM_INTERVAL_DAYS,
    w: numbersOf(weights),
    enable_fuzz: false,
    enable_short_term: true,
  })
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return made
}

export function gradeOf(rating: Rating): Grade {
  return (RATINGS.indexOf(rating) + 1) as Grade
}

/** Making one takes longer than using it; a server with many learners of fitted weights must not keep them all. */
const MOST_KEPT = 200
const kept = new Map<string, FSRS>()
