import type { Memory } from './memory'
import { recall } from './schedule-memory'
import type { Weights } from './weights'

/** What a review found: how strong the memory was held to be, and how likely it was to be recalled. */
export type Tested = {
  /** Days (FSRS stability). */
  readonly stability: number
  /** Predicted recall, 0 to 1. */
  readonly expected: number
}

/**
 * What a scheduling review at that moment puts to the test; null while the fact is new or on its steps: those are learning,
 * and true retention counts what was learned before.
 */
export function testedAt(memory: Memory, at: Date, weights: Weights): Tested | null {
  if (memory.kind === 'new' || memory.state !== 'review') return null
  return { stability: memory.stability, expected: recall(memory, at, weights) }
}
