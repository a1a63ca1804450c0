import 'server-only'
import type { Memory, MemoryState } from '../../core/memory/scheduling/memory'
import { Prisma, type Memory as Row } from '../../generated/prisma/client'

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

/** What mastery and recall are told by: state, stability in days, milliseconds of the last review, whether it was failed. */
export type MemoryParts = readonly [state: MemoryState, stability: number, lastReview: number, failed: boolean]

/** These parts of a memory `m` as one JSON value: many rows cost more than what is in them. */
export const MEMORY_PARTS = Prisma.sql`
  jsonb_build_array(m."state", m."stability", extract(epoch FROM m."lastReview") * 1000, m."failed")`

/** A memory to tell mastery and recall by. When it is due and how it came so far says nothing about what is remembered. */
export function memoryOfParts([state, stability, lastReview, failed]: MemoryParts): Memory {
  const reviewed = new Date(lastReview)
  const rest = { difficulty: 1, due: reviewed, step: 0, reviews: 1, lapses: 0 }
  return { kind: 'reviewed', state, stability, lastReview: reviewed, failed, ...rest }
}
