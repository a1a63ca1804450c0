import type { Mastery, Memory } from './memory'
import { DEFAULT_WEIGHTS, type Weights } from './parameters'
import { recall } from './scheduler'

/** Stability from which a fact is held to be known beyond the week. */
const PROFICIENT_FROM_DAYS = 7
/** Stability from which a fact is mature, as in Anki. */
export const MASTERED_FROM_DAYS = 21
/** Below this predicted recall a strong memory is shown one step lower: it has been left alone for too long. */
const HELD_FROM_RECALL = 0.8
/** Below this predicted recall nothing more than an attempt is claimed. */
const FAMILIAR_FROM_RECALL = 0.5

/**
 * How far a learner has come with one fact.
 * 0 Not seen: no review stands.
 * 1 Attempted: still in its first steps, in relearning, failed last time, or predicted recall has fallen below 50 %.
 * 2 Familiar: through the steps, predicted recall at least 50 %.
 * 3 Proficient: stability of a week or more and predicted recall at least 80 %.
 * 4 Mastered: stability of three weeks or more and predicted recall at least 80 %.
 */
export function masteryOf(memory: Memory, now: Date): Mastery {
  if (memory.kind === 'new') return 0
  const recalled = shownRecall(memory, now)
  if (memory.state !== 'review' || recalled < FAMILIAR_FROM_RECALL) return 1
  if (recalled < HELD_FROM_RECALL || memory.stability < PROFICIENT_FROM_DAYS) return 2
  return memory.stability < MASTERED_FROM_DAYS ? 3 : 4
}

/** More likely forgotten than not. A fact that was never met is not forgotten; one that was failed last is. */
export function isProbablyForgotten(memory: Memory, now: Date): boolean {
  return memory.kind === 'reviewed' && shownRecall(memory, now) < FAMILIAR_FROM_RECALL
}

/** No fact is certain to be recalled. */
const MOST_SHOWN = 0.99

/**
 * The chance of recall, 0 to 0.99, that people are shown and that numbers for people are made of (docs/decisions/0028). A fact
 * that the learner failed last time counts as not recalled, like one never seen, until it is answered right; any other
 * follows the forgetting curve.
 */
export function shownRecall(memory: Memory, now: Date, weights: Weights = DEFAULT_WEIGHTS): number {
  if (memory.kind === 'new' || memory.failed) return 0
  return Math.min(MOST_SHOWN, recall(memory, now, weights))
}
