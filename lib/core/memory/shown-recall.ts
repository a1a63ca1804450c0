import type { Memory } from './memory'
import { recall } from './schedule-memory'
import { DEFAULT_WEIGHTS, type Weights } from './weights'

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
