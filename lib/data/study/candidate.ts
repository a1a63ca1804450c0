import 'server-only'
import { DeckId, FactId } from '../../core/ids'
import type { Memory } from '../../core/memory/scheduling/memory'
import type { Pile } from '../../core/memory/session/study-card'
import { type MemoryRow, memoryColumns, memoryOf } from './memory-rows'

/** A fact that may be asked, with what the viewer remembers of it. Its words are read only once it is taken. */
export type Candidate = { readonly factId: FactId; readonly deckId: DeckId; readonly memory: Memory }
export type Picked = Candidate & { readonly pile: Pile }

export type CandidateRow = { readonly factId: string; readonly deckId: string } & MemoryRow

/** Of memories `m`. */
export const MEMORY_COLUMNS = memoryColumns('m')

export function candidateOf(row: { factId: string; deckId: string } & (MemoryRow | { state: null })): Candidate {
  const memory = row.state === null ? memoryOf(null) : memoryOf(row)
  return { factId: FactId.parse(row.factId), deckId: DeckId.parse(row.deckId), memory }
}
