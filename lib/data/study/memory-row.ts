import 'server-only'
import type { Memory, MemoryState } from '../../core/memory/memory'
import type { Memory as Row } from '../../generated/prisma/client'

type Kept = Pick<Row, 'state' | 'stability' | 'difficulty' | 'lastReview' | 'due' | 'step' | 'reviews' | 'lapses'>

/** No row is a new memory. */
export function memoryOf(row: Kept | null | undefined): Memory {
  if (!row) return { kind: 'new' }
  const { stability, difficulty, lastReview, due, step, reviews, lapses } = row
  // Written by `memoryData` and by nothing else.
  return {
    kind: 'reviewed',
    state: row.state as MemoryState,
    stability,
    difficulty,
    lastReview,
    due,
    step,
    reviews,
    lapses,
  }
}

export function memoryData(memory: Extract<Memory, { kind: 'reviewed' }>): Kept {
  const { state, stability, difficulty, lastReview, due, step, reviews, lapses } = memory
  return { state, stability, difficulty, lastReview, due, step, reviews, lapses }
}
