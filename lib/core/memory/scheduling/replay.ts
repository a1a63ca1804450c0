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
  /** A hint was taken: the review is only logged. */
  readonly assisted: boolean
  /** The parameters at the time of the review, not today's. */
  readonly parameters: MemoryParameters
  /** Set: this row is no review but undoes that one. */
  readonly reversesId: string | null
}

export type Replayed = {
  readonly memory: Memory
  /** For each active review: whether it moved the schedule. */
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

/** A response that is only logged does not change the schedule, only whether the last answer failed. */
function answered(memory: Memory, rating: Rating): Memory {
  const failed = rating === 'again'
  return memory.kind === 'new' || memory.failed === failed ? memory : { ...memory, failed }
}

/**
 * Whether a response changed only `failed`. The memory does not keep the time of such a response, so if one may arrive late,
 * the log must decide which was last.
 */
export function isOutcomeOnly({ scheduled, memory }: Applied, before: Memory): boolean {
  return !scheduled && memory !== before
}

/**
 * Rebuilds the memory of one fact from its reviews, in any order. The same id counts once, a reversed review not at all. The
 * result equals applying the reviews one by one as they came.
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

/** Reviews that were not undone, each once, by time and then by id. */
export function activeReviews(reviews: readonly LoggedReview[]): readonly LoggedReview[] {
  const byId = new Map(reviews.map((review) => [review.id, review]))
  const reversed = new Set([...byId.values()].map((review) => review.reversesId))
  return [...byId.values()]
    .filter((review) => review.reversesId === null && !reversed.has(review.id))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

/** The memory before a review: its stability, and the predicted recall. */
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
