import 'server-only'
import type { Memory, MemoryState } from '../../core/memory/scheduling/memory'
import type { Memory as Row } from '../../generated/prisma/client'

/** The columns of a memory beside whose it is and of which fact. */
export const MEMORY_NAMES = [
  'state',
  'stability',
  'difficulty',
  'lastReview',
  'due',
  'step',
  'reviews',
  'lapses',
  'failed',
] as const satisfies readonly (keyof Row)[]

export type MemoryRow = Pick<Row, (typeof MEMORY_NAMES)[number]>

/** No row is a new memory. */
export function memoryOf(row: MemoryRow | null | undefined): Memory {
  if (!row) return { kind: 'new' }
  const { stability, difficulty, lastReview, due, step, reviews, lapses, failed } = row
  // Written by `memoryData` and by nothing else.
  const state = row.state as MemoryState
  return { kind: 'reviewed', state, stability, difficulty, lastReview, due, step, reviews, lapses, failed }
}

export function memoryData({ kind, ...row }: Extract<Memory, { kind: 'reviewed' }>): MemoryRow {
  return row
}
