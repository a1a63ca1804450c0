import { z } from 'zod'
import { boundedBody } from '@/lib/bounded-body'
import type { Viewer } from '@/lib/core/access/viewer'
import { type FactId, LearnerId } from '@/lib/core/ids'
import { holdsShippedFact } from '@/lib/data/study/holds-shipped-fact'
import { isJson, isSameOrigin } from '@/lib/same-origin'
import { admitViewer, getViewer } from '@/lib/session'
import { MOST_BYTES } from '@/scripts/shared/bound-body.mjs'

/** A device's clock may be wrong by centuries. A later date is refused: the database cannot store every number as a date. */
const LATEST = Date.UTC(3000, 0, 1)

export const Time = z.number().int().nonnegative().max(LATEST)

/** With every queue that a device sends. */
export const Sender = {
  /** The device's clock at sending: the server knows how long ago each deed was, whatever that clock shows. */
  sentAt: Time,
  /** Whose deeds these are; null: of a stranger, whom the first one makes a guest. */
  owner: LearnerId.nullable(),
}

/** `viewer` is null for a stranger who sent nothing that can be saved: they do not become a guest. */
type Received<Body> = { readonly viewer: Viewer | null; readonly body: Body; readonly now: Date }

/** What a device sent and who sends it, or the answer that refuses it. */
export async function receive<Body extends { readonly owner: LearnerId | null }>(
  request: Request,
  schema: z.ZodType<Body>,
  factIdsOf: (body: Body) => readonly FactId[],
): Promise<Received<Body> | Response> {
  if (!isSameOrigin(request)) return refuse(403, 'other-origin')
  if (!isJson(request)) return refuse(415, 'not-json')
  const body = await readBody(request, schema)
  if (!body) return refuse(400, 'not-understood')
  const viewer = await viewerFor(body.owner, () => factIdsOf(body))
  if (viewer === 'signed-out') return refuse(401, 'signed-out')
  if (viewer === 'someone-else') return refuse(409, 'someone-else')
  if (viewer === 'too-many-guests') return refuse(429, viewer)
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
async function viewerFor(
  owner: LearnerId | null,
  factIds: () => readonly FactId[],
): Promise<Viewer | null | 'signed-out' | 'someone-else' | 'too-many-guests'> {
  const viewer = await getViewer()
  if (owner === null) {
    if (!viewer && !(await holdsShippedFact(factIds()))) return null
    const admitted = await admitViewer()
    return admitted.kind === 'admitted' ? admitted.viewer : 'too-many-guests'
  }
  if (!viewer) return 'signed-out'
  return viewer.learnerId === owner ? viewer : 'someone-else'
}

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status })
}
