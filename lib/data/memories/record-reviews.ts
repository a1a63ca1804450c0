import 'server-only'
import { randomUUID } from 'node:crypto'
import type { FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import { countedRating } from '../../core/memory/scheduling/counted-reviews'
import type { Memory, Rating } from '../../core/memory/scheduling/memory'
import { parametersOf, writeParameters } from '../../core/memory/scheduling/parameters'
import { applyReview, isOutcomeOnly } from '../../core/memory/scheduling/replay'
import type { RejectedReview } from '../../core/memory/session/study-card'
import type { Viewer } from '../../core/people/viewer'
import { DAY_MS, MINUTE_MS } from '../../core/shared/time'
import { prepared, type Tx } from '../../db'
import { Prisma, type Review as Row } from '../../generated/prisma/client'
import { type Run, runIn } from '../../prepared-statements'
import { deckIsAmong, visibleDeckIds } from '../decks/deck-access'
import { itemsInDecks } from '../decks/items-asked'
import { lockForReviews, MEMORY_JSON, type MemoryJson, memoryOfJson, savedMemories } from './memory-rows'
import { rebuildMemories } from './rebuild-memories'

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

export type ResponseToRecord = {
  readonly factId: FactId
  readonly itemId: ItemId
  readonly revisionId: RevisionId
  readonly rating: Rating
  /** Recognition: the right answer stood among options. */
  readonly asked: 'recall' | 'recognition'
  readonly durationMs: number | null
}

export type RecordedReview =
  | {
      readonly id: ReviewId
      readonly kind: 'saved'
      readonly factId: FactId
      readonly due: Date | null
      readonly memory: Memory
      /** False: no deck of the viewer asks the rated item any more. */
      readonly isAsked: boolean
    }
  | { readonly id: ReviewId; readonly kind: 'duplicate' }
  | { readonly id: ReviewId; readonly kind: 'rejected'; readonly reason: RejectedReview }

/** A device may have been offline this long; what claims to be older is counted as that old. */
const OLDEST_DAYS = 30
/** Longer pauses were not spent on the card. */
const LONGEST_MS = 10 * MINUTE_MS

/** Saves ratings of cards, in their order, with the memories that they make: all of them or none. */
export async function recordReviews(
  viewer: Viewer,
  reviews: readonly ReviewToRecord[],
  now: Date,
): Promise<readonly RecordedReview[]> {
  if (reviews.length === 0) return []
  const ids = reviews.map(({ id }) => id)
  const reversedIds = reviews.flatMap(({ reversesId }) => reversesId ?? [])
  const ratings = reviews.filter((review) => !isReversal(review))
  const factIds = ratings.map(({ factId }) => factId)
  const itemIds = ratings.flatMap(({ itemId }) => itemId ?? [])
  return prepared().transaction(async (run) => {
    const batch = await load(run, viewer, { ids, reversedIds, factIds, itemIds })
    const outcomes = reviews.map((review) => addReview(batch, viewer, review, now))
    const memories = await commit(run, viewer, batch)
    return reviews.map((review, at) => resultOf(batch, review, outcomes[at] ?? { kind: 'duplicate' }, memories))
  })
}

/** A quiz answer moves the same memories as cards would. The caller has checked that the attempt is the viewer's own. */
export async function recordResponses(
  tx: Tx,
  viewer: Viewer,
  responses: readonly ResponseToRecord[],
  now: Date,
): Promise<void> {
  const run = runIn(tx)
  const factIds = responses.map(({ factId }) => factId)
  const batch = await load(run, viewer, { ids: [], reversedIds: [], factIds, itemIds: [] })
  for (const { asked, ...response } of responses) {
    const rating = countedRating(response.rating, asked)
    addRating(batch, viewer, { ...response, id: randomUUID(), source: 'question', rating, assisted: false }, now, now)
  }
  await commit(run, viewer, batch)
}

type KnownReview = Pick<
  Row,
  'id' | 'factId' | 'itemId' | 'revisionId' | 'source' | 'rating' | 'assisted' | 'parameters' | 'reversesId'
>

/** What is known of the reviews at hand, and what has been decided so far. */
type ReviewBatch = {
  readonly known: Map<string, KnownReview>
  readonly reversed: Set<string>
  /** Those that the viewer may study, each with the ids of its items. */
  readonly facts: ReadonlyMap<string, readonly string[]>
  /** Rated items that a deck of the viewer asks. */
  readonly asked: ReadonlySet<string>
  /** The facts that had a memory before. */
  readonly met: ReadonlySet<string>
  readonly memories: Map<string, Memory>
  /** Facts whose memory the log decides. */
  readonly toReplay: Set<string>
  readonly added: Row[]
}

/** Holds the learner until the end of the transaction, and reads all that decides about the batch. */
async function load(
  run: Run,
  viewer: Viewer,
  {
    ids,
    reversedIds,
    factIds,
    itemIds,
  }: Readonly<Record<'ids' | 'reversedIds' | 'factIds' | 'itemIds', readonly string[]>>,
): Promise<ReviewBatch> {
  await lockForReviews(run, viewer.learnerId, factIds)
  const learner = Prisma.sql`${viewer.learnerId}::uuid`
  const facts = Prisma.sql`ANY (${[...factIds]}::uuid[])`
  const read = await run(
    'load-reviews',
    // A review may be in both parts of the log: it is kept by its id.
    Prisma.sql`SELECT json_build_object(
      'known', (SELECT json_agg(r) FROM (
        SELECT ${KNOWN_COLUMNS} FROM "Review" WHERE "learnerId" = ${learner}
          AND "id" = ANY (${[...ids, ...reversedIds]}::uuid[])
        UNION ALL SELECT ${KNOWN_COLUMNS} FROM "Review" WHERE "learnerId" = ${learner}
          AND "reversesId" = ANY (${[...reversedIds]}::uuid[])) r),
      'facts', (SELECT json_object_agg(f."id", ARRAY(SELECT l."itemId" FROM "ItemFact" l WHERE l."factId" = f."id"))
        FROM "Fact" f WHERE f."id" = ${facts} AND EXISTS (
          SELECT 1 FROM "Deck" d WHERE d."documentId" = f."documentId" AND ${deckIsAmong(visibleDeckIds(viewer))})),
      'asked', (SELECT json_agg(i."itemId") FROM (${itemsInDecks(viewer, itemIds)}) i WHERE i."isAsked"),
      'memories', (SELECT json_agg(memory) FROM (
        SELECT ${MEMORY_JSON} FROM "Memory" WHERE "learnerId" = ${learner} AND "factId" = ${facts}) memory))`,
  )
  return batchOf(read as Loaded)
}

const KNOWN_COLUMNS = Prisma.raw(
  '"id", "factId", "itemId", "revisionId", "source", "rating", "assisted", "parameters", "reversesId"',
)

type Loaded = {
  readonly known: readonly KnownReview[] | null
  readonly facts: Readonly<Record<string, readonly string[]>> | null
  readonly asked: readonly string[] | null
  readonly memories: readonly MemoryJson[] | null
}

function batchOf({ known, facts, asked, memories }: Loaded): ReviewBatch {
  const rows = known ?? []
  const byFact = new Map((memories ?? []).map((row) => [row.factId, memoryOfJson(row)]))
  return {
    known: new Map(rows.map((row) => [row.id, row])),
    reversed: new Set(rows.flatMap(({ reversesId }) => reversesId ?? [])),
    facts: new Map(Object.entries(facts ?? {})),
    asked: new Set(asked ?? []),
    met: new Set(byFact.keys()),
    memories: byFact,
    toReplay: new Set(),
    added: [],
  }
}

/** Saves what was decided, and returns the memories as they are now. */
async function commit(
  run: Run,
  { learnerId }: Viewer,
  { added, memories, met, toReplay }: ReviewBatch,
): Promise<ReadonlyMap<string, Memory>> {
  if (added.length === 0) return memories
  const factIds = [...new Set(added.map(({ factId }) => factId))].filter((factId) => !toReplay.has(factId))
  const toSave = factIds.flatMap((factId) => {
    const memory = memories.get(factId)
    return memory ? [{ factId, memory, isNew: !met.has(factId) }] : []
  })
  await run(
    'save-reviews',
    Prisma.sql`WITH ${savedMemories(learnerId, toSave)}
      INSERT INTO "Review" SELECT * FROM jsonb_populate_recordset(NULL::"Review", ${JSON.stringify(added)}::jsonb)`,
  )
  if (toReplay.size === 0) return memories
  return new Map([...memories, ...(await rebuildMemories(run, learnerId, [...toReplay]))])
}

type Outcome = { kind: 'saved'; factId: string } | { kind: 'duplicate' } | { kind: 'rejected'; reason: RejectedReview }

function addReview(batch: ReviewBatch, viewer: Viewer, review: ReviewToRecord, now: Date): Outcome {
  if (batch.known.has(review.id)) return { kind: 'duplicate' }
  if (isReversal(review)) return addReversal(batch, viewer, review, now)
  const itemIds = batch.facts.get(review.factId)
  if (!itemIds) return { kind: 'rejected', reason: 'no-such-fact' }
  // A card that was made anew since it was shown: the rating of the fact still holds.
  const isLinked = review.itemId !== null && itemIds.includes(review.itemId)
  const { itemId, revisionId } = isLinked ? review : { itemId: null, revisionId: null }
  const { assisted = false, at } = review
  addRating(batch, viewer, { ...review, itemId, revisionId, source: 'card', assisted }, boundedTime(at, now), now)
  return { kind: 'saved', factId: review.factId }
}

function addReversal(batch: ReviewBatch, viewer: Viewer, review: ReversalToRecord, now: Date): Outcome {
  const { id, reversesId } = review
  const target = batch.known.get(reversesId)
  // What an attempt holds is not undone from here, and an undo is not undone: the card is rated again.
  if (target?.source !== 'card' || target.reversesId) return { kind: 'rejected', reason: 'no-such-review' }
  if (batch.reversed.has(reversesId)) return { kind: 'rejected', reason: 'already-reversed' }
  const { factId, itemId, revisionId, source, rating, assisted, parameters } = target
  const times = { at: boundedTime(review.at, now), receivedAt: now, durationMs: null }
  add(batch, viewer, { id, factId, itemId, revisionId, source, rating, assisted, parameters, reversesId, ...times })
  batch.reversed.add(reversesId)
  batch.toReplay.add(factId)
  return { kind: 'saved', factId }
}

type RatingToAdd = Pick<Row, 'id' | 'factId' | 'itemId' | 'revisionId' | 'source' | 'assisted' | 'durationMs'> & {
  readonly rating: Rating
}

function addRating(batch: ReviewBatch, viewer: Viewer, rated: RatingToAdd, at: Date, now: Date): void {
  const { id, factId, itemId, revisionId, source, rating, assisted } = rated
  const parameters = parametersOf(viewer)
  const applied = moveMemory(batch, { factId, source, rating, assisted, at, parameters })
  const durationMs = rated.durationMs === null ? null : Math.min(LONGEST_MS, Math.max(0, Math.round(rated.durationMs)))
  const times = { at, receivedAt: now, durationMs }
  const written = writeParameters(parameters)
  const kept = { id, factId, itemId, revisionId, source, rating, assisted, parameters: written, reversesId: null }
  add(batch, viewer, { ...kept, ...times, scheduled: applied?.scheduled, ...applied?.tested })
}

/** Null where the log decides: a review that arrives late, or one that only tells another outcome. */
function moveMemory(batch: ReviewBatch, review: Parameters<typeof applyReview>[1]) {
  const { factId, at } = review
  const memory = batch.memories.get(factId) ?? { kind: 'new' }
  const isLate = memory.kind === 'reviewed' && at <= memory.lastReview
  const applied = isLate || batch.toReplay.has(factId) ? null : applyReview(memory, review)
  if (!applied || isOutcomeOnly(applied, memory)) {
    batch.toReplay.add(factId)
    return null
  }
  batch.memories.set(factId, applied.memory)
  return applied
}

type RowToAdd = KnownReview &
  Pick<Row, 'at' | 'receivedAt' | 'durationMs'> & {
    readonly scheduled?: boolean | undefined
    readonly stability?: number
    readonly expected?: number
  }

function add(batch: ReviewBatch, { learnerId }: Viewer, row: RowToAdd): void {
  const { scheduled = false, stability = null, expected = null } = row
  batch.known.set(row.id, row)
  batch.added.push({ ...row, learnerId, scheduled, stability, expected })
}

function resultOf(
  { asked }: ReviewBatch,
  review: ReviewToRecord,
  outcome: Outcome,
  memories: ReadonlyMap<string, Memory>,
): RecordedReview {
  const { id } = review
  if (outcome.kind !== 'saved') return { id, ...outcome }
  const memory = memories.get(outcome.factId) ?? { kind: 'new' }
  const due = memory.kind === 'new' ? null : memory.due
  const isAsked = isReversal(review) || review.itemId === null || asked.has(review.itemId)
  return { id, kind: 'saved', factId: outcome.factId as FactId, due, memory, isAsked }
}

function isReversal(review: ReviewToRecord): review is ReversalToRecord {
  return typeof review.reversesId === 'string'
}

/** The server's clock decides what has happened already. */
function boundedTime(at: Date, now: Date): Date {
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - OLDEST_DAYS * DAY_MS, at.getTime())))
}
