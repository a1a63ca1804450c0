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

/** The bounds of `masteryOf` for what was not failed last, for a database to count by without knowing the forgetting curve. */
export type MasteryBounds = {
  readonly proficientFromDays: number
  readonly masteredFromDays: number
  /** Days since the last review, in units of stability, up to which recall is not below that of Familiar and of Proficient. */
  readonly familiarUpTo: number
  readonly heldUpTo: number
}

/** On the forgetting curve recall depends on elapsed days over stability alone, so one number stands for all memories. */
export function masteryBounds(): MasteryBounds {
  return {
    proficientFromDays: PROFICIENT_FROM_DAYS,
    masteredFromDays: MASTERED_FROM_DAYS,
    familiarUpTo: elapsedOverStability(FAMILIAR_FROM_RECALL),
    heldUpTo: elapsedOverStability(HELD_FROM_RECALL),
  }
}

const DAY_MS = 86_400_000
const LONGEST = 1_000_000
const HALVINGS = 60

function elapsedOverStability(wanted: number): number {
  const lastReview = new Date(0)
  const memory: Memory = {
    ...{ kind: 'reviewed', state: 'review', stability: 1, difficulty: 5, lastReview, due: lastReview },
    ...{ step: 0, reviews: 1, lapses: 0, failed: false },
  }
  let held = 0
  let lost = LONGEST
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (held + lost) / 2
    if (shownRecall(memory, new Date(middle * DAY_MS)) >= wanted) held = middle
    else lost = middle
  }
  return held
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
