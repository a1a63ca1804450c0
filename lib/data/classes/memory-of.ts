import 'server-only'
import type { Memory, MemoryState } from '@/lib/core/memory/memory'
import type { Memory as Row } from '@/lib/generated/prisma/client'

/** A stored memory as the rules take it. */
export function memoryOf(row: Omit<Row, 'learnerId' | 'factId'>): Memory {
  return {
    kind: 'reviewed',
    // Written from this very type, never by anyone else.
    state: row.state as MemoryState,
    stability: row.stability,
    difficulty: row.difficulty,
    lastReview: row.lastReview,
    due: row.due,
    step: row.step,
    reviews: row.reviews,
    lapses: row.lapses,
  }
}
