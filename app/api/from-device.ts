import { z } from 'zod'
import { boundedBody } from '@/lib/bounded-body'
import type { Viewer } from '@/lib/core/access/viewer'
import { LearnerId } from '@/lib/core/ids'
import { isJson, isSameOrigin } from '@/lib/same-origin'
import { ensureViewer, getViewer } from '@/lib/session'

const MOST_BYTES = 300_000

export const Time = z.number().int().nonnegative()

/** With every queue that a device sends. */
export const Sender = {
  /** The device's clock at sending: the server knows how long ago each deed was, whatever that clock shows. */
  sentAt: Time,
  /** Whose deeds these are; null: of a stranger, whom the first one makes a guest. */
  owner: LearnerId.nullable(),
}

type Received<Body> = { readonly viewer: Viewer; readonly body: Body; readonly now: Date }

/** What a device sent and who sends it, or the answer that refuses it. */
export async function receive<Body extends { readonly owner: LearnerId | null }>(
  request: Request,
  schema: z.ZodType<Body>,
): Promise<Received<Body> | Response> {
  if (!isSameOrigin(request)) return refuse(403, 'other-origin')
  if (!isJson(request)) return refuse(415, 'not-json')
  const body = await readBody(request, schema)
  if (!body) return refuse(400, 'not-understood')
  const viewer = await viewerFor(body.owner)
  if (viewer === 'signed-out') return refuse(401, 'signed-out')
  if (viewer === 'someone-else') return refuse(409, 'someone-else')
  return { viewer, body, now: new Date() }
}

/** When something was done, by the server's clock. */
export function doneAt(now: Date, sentAt: number, at: number): Date {
  return new Date(now.getTime() - Math.max(0, sentAt - at))
}

async function readBody<Body>(request: Request, schema: z.ZodType<Body>): Promise<Body | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES || !request.body) return null
  try {
    return schema.safeParse(await new Response(boundedBody(request.body, MOST_BYTES).stream).json()).data ?? null
  } catch {
    return null
  }
}

/** An ended session must not turn a learner's deeds into those of a new guest, nor those of whoever came after. */
async function viewerFor(owner: LearnerId | null): Promise<Viewer | 'signed-out' | 'someone-else'> {
  if (owner === null) return ensureViewer()
  const viewer = await getViewer()
  if (!viewer) return 'signed-out'
  return viewer.learnerId === owner ? viewer : 'someone-else'
}

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status })
}
