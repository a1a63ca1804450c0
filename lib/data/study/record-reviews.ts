import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import type { Memory, Rating } from '../../core/memory/scheduling/memory'
import { parametersOf, writeParameters } from '../../core/memory/scheduling/parameters'
import { type Applied, applyReview, isOutcomeOnly } from '../../core/memory/scheduling/replay'
import type { RejectedReview } from '../../core/memory/session/study-card'
import { db, type Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { foldMemories } from './fold-memories'
import { closeDesk, type Desk, type Known, openDesk } from './review-desk'
import { lockLearner } from './save-memory'

export type RatingToRecord = {
  /** Made by the client: the same review sent twice is one. */
  readonly id: ReviewId
  readonly factId: FactId
  readonly itemId: ItemId | null
  readonly revisionId: RevisionId | null
  readonly rating: Rating
  readonly at: Date
  readonly durationMs: number | null
  /** A hint was taken: logged only. */
  readonly assisted?: boolean | undefined
  readonly reversesId?: null
}

/** Takes an earlier rating back. */
type ReversalToRecord = { readonly id: ReviewId; readonly reversesId: ReviewId; readonly at: Date }

export type ReviewToRecord = RatingToRecord | ReversalToRecord

function isReversal(review: ReviewToRecord): review is ReversalToRecord {
  return typeof review.reversesId === 'string'
}

export type RecordedReview =
  | {
      readonly id: ReviewId
      readonly kind: 'saved'
      readonly factId: FactId
      readonly due: Date | null
      readonly memory: Memory
    }
  | { readonly id: ReviewId; readonly kind: 'duplicate' }
  | { readonly id: ReviewId; readonly kind: 'rejected'; readonly reason: RejectedReview }

const DAY_MS = 86_400_000
/** A device may have been offline this long; what claims to be older is counted as that old. */
const OLDEST_DAYS = 30
/** Longer pauses were not spent on the card. */
const LONGEST_MS = 10 * 60_000

/**
 * Saves ratings of cards, in their order, with the memories that they make: all of them or none. Nearly always in one
 * statement that reads and one that writes. Where something is to be folded, or others wrote meanwhile what was read here,
 * a transaction that holds the learner does it.
 */
export async function recordReviews(
  viewer: Viewer,
  reviews: readonly ReviewToRecord[],
  now: Date,
): Promise<readonly RecordedReview[]> {
  if (reviews.length === 0) return []
  return (await recordAtOnce(viewer, reviews, now)) ?? recordHolding(viewer, reviews, now)
}

async function recordAtOnce(viewer: Viewer, reviews: readonly ReviewToRecord[], now: Date) {
  if (reviews.some(isReversal)) return null
  const { desk, outcomes } = await decide(db(), viewer, reviews, now)
  if (desk.toFold.size > 0) return null
  try {
    await closeDesk(db(), viewer, desk)
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError) return null
    throw error
  }
  return resultsOf(reviews, outcomes, desk.memories)
}

function recordHolding(viewer: Viewer, reviews: readonly ReviewToRecord[], now: Date) {
  return db().$transaction(async (tx) => {
    await lockLearner(tx, viewer.learnerId)
    const { desk, outcomes } = await decide(tx, viewer, reviews, now)
    await closeDesk(tx, viewer, desk)
    const folded = desk.toFold.size === 0 ? [] : await foldMemories(tx, viewer.learnerId, [...desk.toFold])
    return resultsOf(reviews, outcomes, new Map([...desk.memories, ...folded]))
  })
}

async function decide(from: Pick<Tx, '$queryRaw'>, viewer: Viewer, reviews: readonly ReviewToRecord[], now: Date) {
  const ids = reviews.flatMap(({ id, reversesId }) => (reversesId ? [id, reversesId] : [id]))
  const factIds = reviews.flatMap((review) => (isReversal(review) ? [] : [review.factId]))
  const desk = await openDesk(from, viewer, ids, [...new Set(factIds)])
  return { desk, outcomes: reviews.map((review) => placeReview(desk, viewer, review, now)) }
}

function resultsOf(
  reviews: readonly ReviewToRecord[],
  outcomes: readonly Outcome[],
  memories: ReadonlyMap<string, Memory>,
): readonly RecordedReview[] {
  return reviews.map(({ id }, at): RecordedReview => {
    const outcome = outcomes[at]
    if (outcome?.kind !== 'saved') return { id, ...(outcome ?? { kind: 'duplicate' }) }
    const memory = memories.get(outcome.factId) ?? { kind: 'new' }
    const due = memory.kind === 'new' ? null : memory.due
    return { id, kind: 'saved', factId: outcome.factId as FactId, due, memory }
  })
}

type Outcome = { kind: 'saved'; factId: string } | { kind: 'duplicate' } | { kind: 'rejected'; reason: RejectedReview }

function placeReview(desk: Desk, viewer: Viewer, review: ReviewToRecord, now: Date): Outcome {
  if (desk.known.has(review.id)) return { kind: 'duplicate' }
  return isReversal(review) ? placeReversal(desk, viewer, review, now) : placeRating(desk, viewer, review, now)
}

function placeReversal(desk: Desk, viewer: Viewer, review: ReversalToRecord, now: Date): Outcome {
  const { reversesId } = review
  const target = desk.known.get(reversesId)
  // What an attempt holds is not undone from here, and an undo is not undone: the card is rated again.
  if (target?.source !== 'card' || target.reversesId) return { kind: 'rejected', reason: 'no-such-review' }
  if (desk.reversed.has(reversesId)) return { kind: 'rejected', reason: 'already-reversed' }
  const { factId, itemId, revisionId, source, rating, assisted, parameters } = target
  const at = boundedTime(review.at, now)
  const kept = { id: review.id, factId, itemId, revisionId, source, rating, assisted, parameters, reversesId }
  add(desk, viewer, kept, { at, now })
  desk.reversed.add(reversesId)
  desk.toFold.add(factId)
  return { kind: 'saved', factId }
}

function placeRating(desk: Desk, viewer: Viewer, review: RatingToRecord, now: Date): Outcome {
  const { id, factId, rating, assisted = false } = review
  if (!desk.facts.has(factId)) return { kind: 'rejected', reason: 'no-such-fact' }
  // A card that was made anew since it was shown: the rating of the fact still holds.
  const isLinked = desk.links.has(`${review.itemId} ${factId}`)
  const parameters = parametersOf(viewer)
  const at = boundedTime(review.at, now)
  const kept: Known = {
    id,
    factId,
    itemId: isLinked ? review.itemId : null,
    revisionId: isLinked ? review.revisionId : null,
    source: 'card',
    rating,
    assisted,
    parameters: writeParameters(parameters),
    reversesId: null,
  }
  const applied = moveMemory(desk, { factId, source: 'card', rating, assisted, at, parameters })
  const durationMs =
    review.durationMs === null ? null : Math.min(LONGEST_MS, Math.max(0, Math.round(review.durationMs)))
  add(desk, viewer, kept, { at, now, durationMs, applied })
  return { kind: 'saved', factId }
}

/** Null where the log decides. */
function moveMemory(desk: Desk, review: Parameters<typeof applyReview>[1]): Applied | null {
  const { factId, at } = review
  const memory = desk.memories.get(factId) ?? { kind: 'new' }
  const isLate = memory.kind === 'reviewed' && at <= memory.lastReview
  const applied = isLate || desk.toFold.has(factId) ? null : applyReview(memory, review)
  if (!applied || isOutcomeOnly(applied, memory)) {
    desk.toFold.add(factId)
    return null
  }
  desk.memories.set(factId, applied.memory)
  return applied
}

function add(
  desk: Desk,
  viewer: Viewer,
  kept: Known,
  more: { at: Date; now: Date; durationMs?: number | null; applied?: Applied | null },
): void {
  desk.known.set(kept.id, kept)
  desk.added.push({
    learnerId: viewer.learnerId,
    ...kept,
    at: more.at,
    receivedAt: more.now,
    durationMs: more.durationMs ?? null,
    scheduled: more.applied?.scheduled ?? false,
    ...more.applied?.tested,
  })
}

/** The server's clock decides what has happened already. */
function boundedTime(at: Date, now: Date): Date {
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - OLDEST_DAYS * DAY_MS, at.getTime())))
}
