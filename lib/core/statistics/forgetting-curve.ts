import { shownRecall } from '../memory/scheduling/mastery'
import type { Memory, Rating } from '../memory/scheduling/memory'
import { DEFAULT_WEIGHTS, type Weights } from '../memory/scheduling/parameters'
import { activeReviews, applyReview, type LoggedReview } from '../memory/scheduling/replay'

/** A review of one fact, with what was known of it just before. */
type PastReview = {
  readonly at: Date
  readonly rating: Rating
  readonly source: LoggedReview['source']
  /** With a hint. */
  readonly assisted: boolean
  /** It moved the schedule. */
  readonly scheduled: boolean
  readonly before: BeforeReview
}

/** What was known of the fact just before: nothing, that it was failed last, or its chance of recall, 0 to 0.99. */
export type BeforeReview =
  | { readonly kind: 'first' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'chance'; readonly recall: number }

/** From one review to the next: how the chance of recall falls. */
type CurvePiece = readonly { readonly at: Date; readonly recall: number }[]

export type FactHistory = {
  readonly memory: Memory
  /** The chance of recall now, as it is shown. */
  readonly recall: number
  readonly reviews: readonly PastReview[]
  readonly curve: readonly CurvePiece[]
}

/** Points on each piece: a smooth line at the width of a phone. */
const POINTS = 16
/** Older pieces are left out of the drawing; the table has them all. */
const MOST_PIECES = 40
/** The last piece goes on beyond the day on which the fact is due, so that the curve is seen to fall. */
const BEYOND = 1.25

/** What happened to one fact, and the chance of recall between its reviews, by its whole log. */
export function factHistory(log: readonly LoggedReview[], now: Date): FactHistory {
  const reviews: PastReview[] = []
  const after: { memory: Memory; from: Date; weights: Weights }[] = []
  let weights = DEFAULT_WEIGHTS
  let memory: Memory = { kind: 'new' }
  for (const review of activeReviews(log)) {
    const { at, rating, source, assisted } = review
    weights = review.parameters.weights
    const before = beforeOf(memory, at, weights)
    const applied = applyReview(memory, review)
    reviews.push({ at, rating, source, assisted, scheduled: applied.scheduled, before })
    if (applied.memory !== memory) after.push({ memory: applied.memory, from: at, weights })
    memory = applied.memory
  }
  const curve = after.map(({ memory: then, from, weights: by }, index) =>
    pieceOf(then, from, after[index + 1]?.from ?? endOf(then, now), by),
  )
  return { memory, recall: shownRecall(memory, now, weights), reviews, curve: curve.slice(-MOST_PIECES) }
}

function beforeOf(memory: Memory, at: Date, weights: Weights): BeforeReview {
  if (memory.kind === 'new') return { kind: 'first' }
  return memory.failed ? { kind: 'failed' } : { kind: 'chance', recall: shownRecall(memory, at, weights) }
}

function endOf(memory: Memory, now: Date): Date {
  if (memory.kind === 'new') return now
  const from = memory.lastReview.getTime()
  return new Date(Math.max(from + (memory.due.getTime() - from) * BEYOND, now.getTime()))
}

function pieceOf(memory: Memory, from: Date, to: Date, weights: Weights): CurvePiece {
  const [start, span] = [from.getTime(), to.getTime() - from.getTime()]
  return Array.from({ length: POINTS + 1 }, (_, step) => {
    const at = new Date(start + (span * step) / POINTS)
    return { at, recall: shownRecall(memory, at, weights) }
  })
}
