import { type AnswerRating, ratingOf, ratingPerKey } from './rating-of'
import type { Score } from './response'

/** Where each key entry is a fact of its own, each gets its own rating; else the answer speaks for all its facts. */
export function ratingsByFact(
  question: { readonly factIds: readonly string[]; readonly key: readonly string[] },
  score: Score,
): ReadonlyMap<string, AnswerRating> {
  const { factIds, key } = question
  const perKey = ratingPerKey(score)
  const whole = ratingOf(score)
  const apart = factIds.length > 1 && factIds.length === key.length
  const ratings = new Map<string, AnswerRating>()
  for (const [slot, factId] of factIds.entries()) {
    const rating = apart ? perKey[slot] : whole
    if (rating) ratings.set(factId, worse(ratings.get(factId), rating))
  }
  return ratings
}

const WORST_FIRST: readonly AnswerRating[] = ['again', 'hard', 'good']

/** A fact that two entries ask is known only when both were. */
function worse(one: AnswerRating | undefined, other: AnswerRating): AnswerRating {
  if (one === undefined) return other
  return WORST_FIRST.find((rating) => rating === one || rating === other) ?? other
}
