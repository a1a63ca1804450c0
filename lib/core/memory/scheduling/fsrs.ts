import { FSRS, type Grade, get_fuzz_range } from 'ts-fsrs'
import { seededRandom } from '../../shared/random'
import { RATINGS, type Rating } from './memory'
import { numbersOf, type Weights } from './parameters'

const MAXIMUM_INTERVAL_DAYS = 36_500

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

/** Shorter intervals are left as they are: a day more or less would be half of them. */
const FUZZ_FROM_DAYS = 2.5

/**
 * An interval of days moved a little, so that facts learned together do not fall due together for ever. The range is that
 * of FSRS (± 1 day and 15 % of the days up to 7, 10 % up to 20, 5 % beyond), never before the days that have just passed
 * when the interval is longer. `fuzz`, 0 to 1, says where in the range; the greater the interval, the later, for one fuzz.
 */
export function fuzzedDays(days: number, elapsedDays: number, fuzz: number): number {
  if (days < FUZZ_FROM_DAYS) return days
  const { min_ivl, max_ivl } = get_fuzz_range(days, elapsedDays, MAXIMUM_INTERVAL_DAYS)
  return Math.floor(min_ivl + fuzz * (max_ivl - min_ivl + 1))
}

/** 0 ≤ fuzz < 1, the same whenever it is asked: replaying the log gives the day that was promised. */
export function fuzzOf(factId: string, reviews: number): number {
  let hash = FNV_OFFSET
  for (const letter of `${factId} ${reviews}`) hash = Math.imul(hash ^ letter.charCodeAt(0), FNV_PRIME)
  return seededRandom(hash)()
}

// FNV-1a, 32 bits; the dice mix what it leaves unmixed.
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
