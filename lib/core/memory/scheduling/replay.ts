import { isScheduling, type ReviewSource } from './counted-reviews'
import type { Memory, Rating } from './memory'
import type { MemoryParameters, Weights } from './parameters'
import { recall, reviewMemory } from './scheduler'

/** One review as the log keeps it. */
export type LoggedReview = {
  readonly id: string
  readonly factId: string
  readonly source: ReviewSource
  readonly rating: Rating
  readonly at: Date
  /** A hint was taken: it stands in the log and moves nothing. */
  readonly assisted: boolean
  /** Those that it was made under, not those of today. */
  readonly parameters: MemoryParameters
  /** Set: this row undoes that review and is none itself. */
  readonly reversesId: string | null
}

export type Replayed = {
  readonly memory: Memory
  /** For each review that stands: whether it moved the schedule. */
  readonly scheduled: ReadonlyMap<string, boolean>
  /** For those that tested a memory: as it stood before. */
  readonly tested: ReadonlyMap<string, Tested>
}

/** What a review made: the memory after it, whether it moved the schedule, and what it tested. */
export type Applied = { readonly memory: Memory; readonly scheduled: boolean; readonly tested: Tested | null }

/** One step of the live path and of every replay. */
export function applyReview(memory: Memory, review: Omit<LoggedReview, 'id' | 'reversesId'>): Applied {
  const { factId, source, rating, at, parameters, assisted } = review
  if (!isScheduling(memory, source, at, parameters, assisted))
    return { memory: assisted ? memory : answered(memory, rating), scheduled: false, tested: null }
  const after = reviewMemory(memory, rating, at, parameters, factId)
  return { memory: after, scheduled: true, tested: testedAt(memory, at, parameters.weights) }
}

/** What is only logged leaves the schedule alone, but the answer is known. */
function answered(memory: Memory, rating: Rating): Memory {
  const failed = rating === 'again'
  return memory.kind === 'new' || memory.failed === failed ? memory : { ...memory, failed }
}

/**
 * Whether a response only told another outcome than the answer before it. Such answers do not carry their time in the memory,
 * so where one may arrive late the log has to say which was last.
 */
export function isOutcomeOnly({ scheduled, memory }: Applied, before: Memory): boolean {
  return !scheduled && memory !== before
}

/**
 * The memory of one fact made again from its reviews, in any order, with repeats: the same id counts once, what was
 * reversed does not count at all. Equals what the live path made, review by review.
 */
export function replay(reviews: readonly LoggedReview[]): Replayed {
  const scheduled = new Map<string, boolean>()
  const tested = new Map<string, Tested>()
  let memory: Memory = { kind: 'new' }
  for (const review of activeReviews(reviews)) {
    const applied = applyReview(memory, review)
    memory = applied.memory
    scheduled.set(review.id, applied.scheduled)
    if (applied.tested) tested.set(review.id, applied.tested)
  }
  return { memory, scheduled, tested }
}

/** The memories of all facts in a log, for merging two learners or two devices into one. */
export function replayByFact(reviews: readonly LoggedReview[]): ReadonlyMap<string, Replayed> {
  return new Map([...groupByFact(reviews)].map(([factId, ofFact]) => [factId, replay(ofFact)]))
}

export function groupByFact<T extends { readonly factId: string }>(
  reviews: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const byFact = new Map<string, T[]>()
  for (const review of reviews) {
    const group = byFact.get(review.factId)
    if (group) group.push(review)
    else byFact.set(review.factId, [review])
  }
  return byFact
}

/** Reviews that were not taken back, each once, in the order of their time (then of their id, so that ties are settled). */
export function activeReviews(reviews: readonly LoggedReview[]): readonly LoggedReview[] {
  const byId = new Map(reviews.map((review) => [review.id, review]))
  const reversed = new Set([...byId.values()].map((review) => review.reversesId))
  return [...byId.values()]
    .filter((review) => review.reversesId === null && !reversed.has(review.id))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

/** What a review found: how strong the memory was held to be, and how likely it was to be recalled. */
type Tested = {
  /** Days (FSRS stability). */
  readonly stability: number
  /** Predicted recall, 0 to 1. */
  readonly expected: number
}

/**
 * What a scheduling review at that moment puts to the test; null while the fact is new or on its steps: those are learning,
 * and true retention counts what was learned before.
 */
function testedAt(memory: Memory, at: Date, weights: Weights): Tested | null {
  if (memory.kind === 'new' || memory.state !== 'review') return null
  return { stability: memory.stability, expected: recall(memory, at, weights) }
}
