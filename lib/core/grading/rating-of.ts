import type { Score } from './response'

/** The ratings that an answer can earn: of `Rating`, never Easy. */
export type AnswerRating = 'again' | 'hard' | 'good'

/**
 * What an answer says about the memory of the facts asked; null when it says nothing (unanswered, invalid). Never Easy:
 * a right option can be a guess, and a typed answer is not timed. With a hint a right answer is Hard. A part of a
 * list is not the list: Again.
 */
export function ratingOf(score: Score, assisted = false): AnswerRating | null {
  if (score.kind !== 'graded') return null
  if (!score.correct) return 'again'
  return assisted ? 'hard' : 'good'
}

/**
 * The same for each key entry, where each is a fact of its own (members of a list, gaps, pairs, events in order). A tick or a
 * name too many makes the right ticks uncertain, as a mistake in an order does for its right entries: they
 * are Hard at most, and Again when nothing was earned by them.
 */
export function ratingPerKey(score: Score, assisted = false): readonly (AnswerRating | null)[] {
  if (score.kind !== 'graded') return []
  const right = score.perKey.filter(Boolean).length
  const doubtful = score.points < right / score.perKey.length
  return score.perKey.map((given) => {
    if (!given || score.points === 0) return 'again'
    return assisted || doubtful ? 'hard' : 'good'
  })
}
