import { z } from 'zod'
import { FactId } from '@/lib/core/ids'
import { MARKS } from '@/lib/core/memory/session/mark'
import { REVIEWS_AT_ONCE } from '@/lib/core/shared/input-limits'
import { markFacts } from '@/lib/data/study/mark-facts'
import { doneAt, receive, Sender, Time } from '../from-device'

/** Many more than are made in a day without a network. */

const Body = z.strictObject({
  ...Sender,
  marks: z
    .array(z.strictObject({ factId: FactId, kind: z.enum(MARKS), on: z.boolean(), at: Time }))
    .min(1)
    .max(REVIEWS_AT_ONCE),
})

/** Takes marks that a learner laid on facts while studying; each comes back marked, or not known. */
export async function POST(request: Request): Promise<Response> {
  const received = await receive(request, Body, ({ marks }) => marks.map(({ factId }) => factId))
  if (received instanceof Response) return received
  const { viewer, body, now } = received
  if (!viewer) {
    return Response.json({ owner: null, savedAt: now.getTime(), results: body.marks.map(() => 'no-such-fact') })
  }
  const marks = body.marks.map((mark) => ({ ...mark, at: doneAt(now, body.sentAt, mark.at) }))
  const results = await markFacts(viewer, marks)
  // After the commit: a pack that was begun before does not know of them.
  return Response.json({ owner: viewer.learnerId, savedAt: Date.now(), results })
}
