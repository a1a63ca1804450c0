import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import type { Memory, Rating } from '../../core/memory/memory'
import { parametersOf, writeParameters } from '../../core/memory/parameters'
import { applyReview } from '../../core/memory/replay'
import type { RejectedReview } from '../../core/memory/study-card'
import { db, type Tx } from '../../db'
import type { Prisma, Review as Row } from '../../generated/prisma/client'
import { decksVisibleTo } from '../decks/decks-visible-to'
import { foldMemories } from './fold-memories'
import { memoryOf } from './memory-row'
import { lockLearner, saveMemory } from './save-memory'

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

/** Saves ratings of cards, in their order, with the memories that they make. One transaction for all of them. */
export async function recordReviews(
  viewer: Viewer,
  reviews: readonly ReviewToRecord[],
  now: Date,
): Promise<readonly RecordedReview[]> {
  if (reviews.length === 0) return []
  return db().$transaction(async (tx) => {
    await lockLearner(tx, viewer.learnerId)
    const desk = await openDesk(tx, viewer, reviews)
    const placed = reviews.map((review) => ({ review, outcome: placeReview(desk, viewer, review, now) }))
    const memories = await closeDesk(tx, viewer, desk)
    return placed.map(({ review, outcome }): RecordedReview => {
      if (outcome.kind !== 'saved') return { id: review.id, ...outcome }
      const memory = memories.get(outcome.factId) ?? { kind: 'new' }
      const due = memory.kind === 'new' ? null : memory.due
      return { id: review.id, kind: 'saved', factId: outcome.factId as FactId, due, memory }
    })
  })
}

/** What is known of the reviews at hand, and what has been decided so far. */
type Desk = {
  readonly known: Map<string, Known>
  readonly reversed: Set<string>
  readonly facts: ReadonlySet<string>
  /** `item fact` pairs that belong together. */
  readonly links: ReadonlySet<string>
  readonly memories: Map<string, Memory>
  readonly toFold: Set<string>
  readonly added: Prisma.ReviewCreateManyInput[]
}
type Known = Pick<
  Row,
  'id' | 'factId' | 'itemId' | 'revisionId' | 'source' | 'rating' | 'assisted' | 'parameters' | 'reversesId'
>
type Outcome = { kind: 'saved'; factId: string } | { kind: 'duplicate' } | { kind: 'rejected'; reason: RejectedReview }

async function openDesk(tx: Tx, viewer: Viewer, reviews: readonly ReviewToRecord[]): Promise<Desk> {
  const { learnerId } = viewer
  const ids = reviews.flatMap(({ id, reversesId }) => (reversesId ? [id, reversesId] : [id]))
  const ratings = reviews.filter((review) => !isReversal(review))
  const factIds = [...new Set(ratings.map(({ factId }) => factId))]
  const reviewRows = await tx.review.findMany({
    where: { learnerId, OR: [{ id: { in: ids } }, { reversesId: { in: ids } }] },
  })
  const facts = await tx.fact.findMany({
    where: { id: { in: factIds }, document: { decks: { some: decksVisibleTo(viewer) } } },
    select: { id: true, items: { select: { itemId: true } } },
  })
  const memoryRows = await tx.memory.findMany({ where: { learnerId, factId: { in: factIds } } })
  return {
    known: new Map(reviewRows.map((row) => [row.id, row])),
    reversed: new Set(reviewRows.flatMap(({ reversesId }) => (reversesId ? [reversesId] : []))),
    facts: new Set(facts.map(({ id }) => id)),
    links: new Set(facts.flatMap(({ id, items }) => items.map(({ itemId }) => `${itemId} ${id}`))),
    memories: new Map(memoryRows.map((row) => [row.factId, memoryOf(row)])),
    toFold: new Set(),
    added: [],
  }
}

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
  const memory = desk.memories.get(factId) ?? { kind: 'new' }
  if (memory.kind === 'reviewed' && at <= memory.lastReview) desk.toFold.add(factId)
  const applied = desk.toFold.has(factId)
    ? null
    : applyReview(memory, { ...kept, source: 'card', rating, at, parameters })
  if (applied) desk.memories.set(factId, applied.memory)
  const durationMs =
    review.durationMs === null ? null : Math.min(LONGEST_MS, Math.max(0, Math.round(review.durationMs)))
  add(desk, viewer, kept, { at, now, durationMs, scheduled: applied?.scheduled ?? false })
  return { kind: 'saved', factId }
}

function add(
  desk: Desk,
  viewer: Viewer,
  kept: Known,
  more: { at: Date; now: Date; durationMs?: number | null; scheduled?: boolean },
): void {
  desk.known.set(kept.id, kept)
  desk.added.push({
    learnerId: viewer.learnerId,
    ...kept,
    at: more.at,
    receivedAt: more.now,
    durationMs: more.durationMs ?? null,
    scheduled: more.scheduled ?? false,
  })
}

async function closeDesk(tx: Tx, viewer: Viewer, desk: Desk): Promise<ReadonlyMap<string, Memory>> {
  const { learnerId } = viewer
  if (desk.added.length > 0) await tx.review.createMany({ data: desk.added })
  const memories = new Map(desk.memories)
  for (const factId of new Set(desk.added.map((row) => row.factId))) {
    if (desk.toFold.has(factId)) continue
    await saveMemory(tx, learnerId, factId, memories.get(factId) ?? { kind: 'new' })
  }
  if (desk.toFold.size === 0) return memories
  return new Map([...memories, ...(await foldMemories(tx, learnerId, [...desk.toFold]))])
}

/** The server's clock decides what has happened already. */
function boundedTime(at: Date, now: Date): Date {
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - OLDEST_DAYS * DAY_MS, at.getTime())))
}
