import type { Mastery, Memory } from './memory'
import { recall } from './schedule-memory'

/** Stability from which a fact is held to be known beyond the week. */
const PROFICIENT_FROM_DAYS = 7
/** Stability from which a fact is mature, as in Anki. */
const MASTERED_FROM_DAYS = 21
/** Below this predicted recall a strong memory is shown one step lower: it has been left alone for too long. */
const HELD_FROM_RECALL = 0.8
/** Below this predicted recall nothing more than an attempt is claimed. */
const FAMILIAR_FROM_RECALL = 0.5

/**
 * How far a learner has come with one fact.
 * 0 Not seen: no review stands.
 * 1 Attempted: still in its first steps, in relearning, or predicted recall has fallen below 50 %.
 * 2 Familiar: through the steps, predicted recall at least 50 %.
 * 3 Proficient: stability of a week or more and predicted recall at least 80 %.
 * 4 Mastered: stability of three weeks or more and predicted recall at least 80 %.
 */
export function masteryOf(memory: Memory, now: Date): Mastery {
  if (memory.kind === 'new') return 0
  const recalled = recall(memory, now)
  if (memory.state !== 'review' || recalled < FAMILIAR_FROM_RECALL) return 1
  if (recalled < HELD_FROM_RECALL || memory.stability < PROFICIENT_FROM_DAYS) return 2
  return memory.stability < MASTERED_FROM_DAYS ? 3 : 4
}
