import { type AnswerRating, ratingOf, ratingPerKey } from '../grading/rating-of'
import type { Score } from '../grading/response'
import { type Typed, write } from '../question-types/registry'

/** Where each right answer is a fact of its own, each gets its own rating; else the answer counts for all its facts. */
export function ratingsByFact(
  question: Typed & { readonly factIds: readonly string[] },
  score: Score,
): ReadonlyMap<string, AnswerRating> {
  const { factIds } = question
  const { key } = write(question)
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
function worse(before: AnswerRating | undefined, now: AnswerRating): AnswerRating {
  if (before === undefined) return now
  return WORST_FIRST.find((rating) => rating === before || rating === now) ?? now
}
