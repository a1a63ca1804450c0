import { z } from 'zod'
import type { EventOutcome } from '@/components/study/queue/study-event'
import { FactId, ItemId, LearnerId, ReviewId, RevisionId } from '@/lib/core/ids'
import { masteryOf } from '@/lib/core/memory/scheduling/mastery'
import { RATINGS } from '@/lib/core/memory/scheduling/memory'
import { parametersOf } from '@/lib/core/memory/scheduling/parameters'
import { reviewedAnew } from '@/lib/core/memory/session/card-schedule'
import { FLAGS } from '@/lib/core/memory/session/fact-flag'
import type { Viewer } from '@/lib/core/people/viewer'
import { REVIEWS_AT_ONCE } from '@/lib/core/shared/input-limits'
import { mayStrangerStudy } from '@/lib/data/decks/deck-access'
import { itemsTakenOut } from '@/lib/data/decks/items-asked'
import { flagFacts } from '@/lib/data/memories/flag-facts'
import { type RecordedReview, recordReviews } from '@/lib/data/memories/record-reviews'
import { isJson, isSameOrigin } from '@/lib/same-origin'
import { admitViewer, getViewer } from '@/lib/session'

/** Later dates are refused, because the database cannot store them. A device's clock may be wrong by centuries. */
const LATEST = Date.UTC(3000, 0, 1)

const Time = z.number().int().nonnegative().max(LATEST)

const Rating = z.strictObject({
  kind: z.literal('rating'),
  id: ReviewId,
  factId: FactId,
  itemId: ItemId,
  revisionId: RevisionId,
  rating: z.enum(RATINGS),
  at: Time,
  durationMs: Time,
  /** A hint was taken. */
  assisted: z.boolean().optional(),
})
const Undo = z.strictObject({ kind: z.literal('undo'), id: ReviewId, reversesId: ReviewId, at: Time })
const Flag = z.strictObject({
  kind: z.literal('flag'),
  id: z.uuid(),
  factId: FactId,
  flag: z.enum(FLAGS),
  on: z.boolean(),
  at: Time,
})
const Event = z.discriminatedUnion('kind', [Rating, Undo, Flag])
const Body = z
  .strictObject({
    /** The device's clock at sending. With it the server knows how long ago each event was, even if that clock is wrong. */
    sentAt: Time,
    /** Whose events these are. Null: a stranger's, who becomes a guest with the first one. */
    owner: LearnerId.nullable(),
    events: z.array(Event).max(REVIEWS_AT_ONCE),
    /** Items that the session will ask: the answer names those that their author took out. */
    toAsk: z.array(ItemId).max(REVIEWS_AT_ONCE).optional(),
  })
  // A stranger becomes a guest with an event, not with a question.
  .refine(({ owner, events }) => owner !== null || events.length > 0)
type Body = z.infer<typeof Body>
type Event = Body['events'][number]

/** Takes the queue of a device: ratings, undos and flags, in their order. Each comes back with its outcome. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, 'other-origin')
  if (!isJson(request)) return refuse(415, 'not-json')
  const body = await readBody(request)
  if (!body) return refuse(400, 'not-understood')
  const viewer = await viewerFor(body)
  if (viewer === 'signed-out') return refuse(401, viewer)
  if (viewer === 'someone-else') return refuse(409, viewer)
  if (viewer === 'too-many-guests') return refuse(429, viewer)
  const owner = viewer?.learnerId ?? null
  const results = viewer ? await save(viewer, body, new Date()) : body.events.map(rejected)
  // Read after the commit: a pack made before this time lacks these events.
  const savedAt = Date.now()
  const takenOut = viewer ? await itemsTakenOut(viewer, body.toAsk ?? []) : []
  return Response.json({ owner, savedAt, results, takenOut })
}

/** Reviews and flags do not depend on each other. Each kind is saved in its order; saving is idempotent. */
async function save(viewer: Viewer, { events, sentAt }: Body, now: Date): Promise<readonly EventOutcome[]> {
  const timed = events.map((event) => ({ ...event, at: doneAt(now, sentAt, event.at) }))
  const recorded = await recordReviews(
    viewer,
    timed.flatMap((event) => (event.kind === 'flag' ? [] : [event])),
    now,
  )
  const flags = timed.flatMap((event) => (event.kind === 'flag' ? [{ ...event, kind: event.flag }] : []))
  const flagged = await flagFacts(viewer, flags)
  const [reviewOutcomes, flagOutcomes] = [recorded.values(), flagged.values()]
  return events.map(({ id, kind }) => {
    if (kind === 'flag') return { id, kind: flagOutcomes.next().value === 'flagged' ? 'flagged' : 'flag-rejected' }
    return outcomeOf(reviewOutcomes.next().value as RecordedReview, viewer, now)
  })
}

function outcomeOf(review: RecordedReview, viewer: Viewer, now: Date): EventOutcome {
  if (review.kind !== 'saved') return review
  const { id, kind, factId, due, memory, isAsked } = review
  const mastery = masteryOf(memory, now)
  const anew = reviewedAnew(memory, now, parametersOf(viewer), factId)
  return { id, kind, factId, mastery, dueAt: due?.getTime() ?? null, isAsked, ...anew }
}

/** The outcome for a stranger who may study none of these facts, and so does not become a guest. */
function rejected({ id, kind }: Event): EventOutcome {
  if (kind === 'flag') return { id, kind: 'flag-rejected' }
  return { id, kind: 'rejected', reason: kind === 'undo' ? 'no-such-review' : 'no-such-fact' }
}

/** When something was done, by the server's clock. */
function doneAt(now: Date, sentAt: number, at: number): Date {
  return new Date(now.getTime() - Math.max(0, sentAt - at))
}

/** Null also for a body that the server has cut because it was too long (scripts/shared/bound-body.mjs). */
async function readBody(request: Request): Promise<Body | null> {
  try {
    return Body.safeParse(await request.json()).data ?? null
  } catch {
    return null
  }
}

/** After a session has ended, a learner's events must not be saved for a new guest or for the next learner. */
async function viewerFor({
  owner,
  events,
}: Body): Promise<Viewer | null | 'signed-out' | 'someone-else' | 'too-many-guests'> {
  const viewer = await getViewer()
  if (owner === null) {
    const factIds = events.flatMap((event) => ('factId' in event ? [event.factId] : []))
    if (!viewer && !(await mayStrangerStudy(factIds))) return null
    const admitted = await admitViewer()
    return admitted.kind === 'admitted' ? admitted.viewer : 'too-many-guests'
  }
  if (!viewer) return 'signed-out'
  return viewer.learnerId === owner ? viewer : 'someone-else'
}

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status })
}
