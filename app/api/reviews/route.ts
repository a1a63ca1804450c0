import { z } from 'zod'
import type { Viewer } from '@/lib/core/access/viewer'
import { FactId, ItemId, ReviewId, RevisionId } from '@/lib/core/ids'
import { masteryOf } from '@/lib/core/memory/scheduling/mastery'
import { RATINGS } from '@/lib/core/memory/scheduling/memory'
import { parametersOf } from '@/lib/core/memory/scheduling/parameters'
import { reviewedAnew } from '@/lib/core/memory/session/card-schedule'
import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'
import { REVIEWS_AT_ONCE } from '@/lib/core/shared/input-limits'
import { type RecordedReview, type ReviewToRecord, recordReviews } from '@/lib/data/study/record-reviews'
import { doneAt, receive, Sender, Time } from '../from-device'

/** Many more than a device queues in a day without a network. */

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
  ...Sender,
  reviews: z
    .array(z.union([Rating, Reversal]))
    .min(1)
    .max(REVIEWS_AT_ONCE),
})

/** Takes one rating or a queue of them; each comes back saved, known already, or refused with the reason. */
export async function POST(request: Request): Promise<Response> {
  const received = await receive(request, Body, ({ reviews }) =>
    reviews.flatMap((review) => ('factId' in review ? [review.factId] : [])),
  )
  if (received instanceof Response) return received
  const { viewer, body, now } = received
  if (!viewer) return Response.json({ owner: null, savedAt: now.getTime(), results: body.reviews.map(refused) })
  const recorded = await recordReviews(viewer, body.reviews.map(toRecord(now, body.sentAt)), now)
  const results = recorded.map((review) => outcomeOf(review, viewer, now))
  return Response.json({ owner: viewer.learnerId, savedAt: now.getTime(), results })
}

/** What a stranger sent who can study none of it. */
function refused(review: z.infer<typeof Body>['reviews'][number]): ReviewOutcome {
  const reason = 'reversesId' in review ? 'no-such-review' : 'no-such-fact'
  return { id: review.id, kind: 'rejected', reason }
}

function toRecord(now: Date, sentAt: number) {
  return (review: z.infer<typeof Body>['reviews'][number]): ReviewToRecord => {
    return { ...review, at: doneAt(now, sentAt, review.at) }
  }
}

function outcomeOf(review: RecordedReview, viewer: Viewer, now: Date): ReviewOutcome {
  if (review.kind !== 'saved') return review
  const { id, kind, factId, due, memory } = review
  const mastery = masteryOf(memory, now)
  const anew = reviewedAnew(memory, now, parametersOf(viewer), factId)
  return { id, kind, factId, mastery, dueAt: due?.getTime() ?? null, ...anew }
}
