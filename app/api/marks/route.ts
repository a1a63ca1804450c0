import { z } from 'zod'
import { FactId, LearnerId } from '@/lib/core/ids'
import { MARKS } from '@/lib/core/memory/mark'
import { markFacts } from '@/lib/data/study/mark-facts'
import { isJson, isSameOrigin } from '@/lib/same-origin'
import { ensureViewer, getViewer } from '@/lib/session'

/** Many more than are made in a day without a network. */
const MOST_MARKS = 500

const Time = z.number().int().nonnegative()
const Body = z.strictObject({
  /** The device's clock at sending, as for reviews: what counts is how long ago a mark was made. */
  sentAt: Time,
  /** Null: of a stranger, who becomes a guest by it. */
  owner: LearnerId.nullable(),
  marks: z
    .array(z.strictObject({ factId: FactId, kind: z.enum(MARKS), on: z.boolean(), at: Time }))
    .min(1)
    .max(MOST_MARKS),
})

/** Takes marks that a learner laid on facts while studying; each comes back marked, or not known. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, 'other-origin')
  if (!isJson(request)) return refuse(415, 'not-json')
  const body = Body.safeParse(await request.json().catch(() => null)).data
  if (!body) return refuse(400, 'not-understood')
  const viewer = body.owner === null ? await ensureViewer() : await getViewer()
  if (!viewer) return refuse(401, 'signed-out')
  if (body.owner !== null && viewer.learnerId !== body.owner) return refuse(409, 'someone-else')
  const now = Date.now()
  const marks = body.marks.map((mark) => ({ ...mark, at: new Date(now - Math.max(0, body.sentAt - mark.at)) }))
  return Response.json({ owner: viewer.learnerId, results: await markFacts(viewer, marks) })
}

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status })
}
