import { z } from 'zod'
import type { Viewer } from '@/lib/core/access/viewer'
import { FactId, ItemId, LearnerId, ReviewId, RevisionId } from '@/lib/core/ids'
import { masteryOf } from '@/lib/core/memory/mastery'
import { RATINGS } from '@/lib/core/memory/memory'
import { intervalsOf } from '@/lib/core/memory/outlook'
import { parametersOf } from '@/lib/core/memory/parameters'
import type { ReviewOutcome } from '@/lib/core/memory/study-card'
import { type RecordedReview, type ReviewToRecord, recordReviews } from '@/lib/data/study/record-reviews'
import { isJson, isSameOrigin } from '@/lib/same-origin'
import { ensureViewer, getViewer } from '@/lib/session'

/** Many more than a device queues in a day without a network. */
const MOST_REVIEWS = 500
const MOST_BYTES = 300_000

const Time = z.number().int().nonnegative()
const Rating = z.strictObject({
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
const Reversal = z.strictObject({ id: ReviewId, reversesId: ReviewId, at: Time })
const Body = z.strictObject({
  /** The device's clock at sending: the server knows how long ago each rating was, whatever that clock shows. */
  sentAt: Time,
  /** Whose ratings these are; null: of a stranger, whom the first one makes a guest. */
  owner: LearnerId.nullable(),
  reviews: z
    .array(z.union([Rating, Reversal]))
    .min(1)
    .max(MOST_REVIEWS),
})

/** Takes one rating or a queue of them; each comes back saved, known already, or refused with the reason. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, 'other-origin')
  if (!isJson(request)) return refuse(415, 'not-json')
  const body = await readBody(request)
  if (!body) return refuse(400, 'not-understood')
  const viewer = await viewerFor(body.owner)
  if (viewer === 'signed-out') return refuse(401, 'signed-out')
  if (viewer === 'someone-else') return refuse(409, 'someone-else')
  const now = new Date()
  const recorded = await recordReviews(viewer, body.reviews.map(toRecord(now, body.sentAt)), now)
  const results = recorded.map((review) => outcomeOf(review, viewer, now))
  return Response.json({ owner: viewer.learnerId, savedAt: now.getTime(), results })
}

async function readBody(request: Request): Promise<z.infer<typeof Body> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const text = await request.text()
  if (text.length > MOST_BYTES) return null
  try {
    return Body.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** An ended session must not turn a learner's ratings into those of a new guest, nor those of whoever came after. */
async function viewerFor(owner: LearnerId | null): Promise<Viewer | 'signed-out' | 'someone-else'> {
  if (owner === null) return ensureViewer()
  const viewer = await getViewer()
  if (!viewer) return 'signed-out'
  return viewer.learnerId === owner ? viewer : 'someone-else'
}

function toRecord(now: Date, sentAt: number) {
  return (review: z.infer<typeof Body>['reviews'][number]): ReviewToRecord => {
    const at = new Date(now.getTime() - Math.max(0, sentAt - review.at))
    return { ...review, at }
  }
}

function outcomeOf(review: RecordedReview, viewer: Viewer, now: Date): ReviewOutcome {
  if (review.kind !== 'saved') return review
  const { id, kind, factId, due, memory } = review
  const mastery = masteryOf(memory, now)
  const intervals = intervalsOf(memory, now, parametersOf(viewer), factId)
  return { id, kind, factId, mastery, dueAt: due?.getTime() ?? null, intervals }
}

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status })
}
