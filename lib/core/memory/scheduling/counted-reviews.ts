import type { Memory, Rating } from './memory'
import type { MemoryParameters } from './parameters'
import { isSameStudyDay } from './study-day'

export type ReviewSource = 'card' | 'question'

/**
 * Whether a response moves the schedule, or is only kept in the log. On a study day the first unassisted response to a
 * fact schedules it; later ones are logged, or cramming would look like remembering. One exception: a card in its learning
 * or relearning steps goes on with them, because the steps are meant for the same day. `assisted`: a hint was taken, so
 * the answer says nothing of what was remembered (docs/decisions/0007, 0019).
 */
export function isScheduling(
  memory: Memory,
  source: ReviewSource,
  at: Date,
  parameters: MemoryParameters,
  assisted = false,
): boolean {
  if (assisted) return false
  if (memory.kind === 'new') return true
  if (!isSameStudyDay(memory.lastReview, at, parameters)) return true
  return source === 'card' && memory.state !== 'review'
}

/** The rating that counts: picking the right option is easier than recalling it, so recognition is at most Good. */
export function countedRating(rating: Rating, asked: 'recall' | 'recognition'): Rating {
  return asked === 'recognition' && rating === 'easy' ? 'good' : rating
}
