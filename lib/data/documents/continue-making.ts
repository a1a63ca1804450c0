import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'
import { type MadeOn, type MakeOnOptions, makeOn } from './make-on'

export type Continued =
  /** `done` ends with the making; nobody needs to wait for it. */
  | { readonly kind: 'continued'; readonly done: Promise<MadeOn> }
  /** Not the viewer's, or not stopped: it is being made, or whole. */
  | { readonly kind: 'rejected'; readonly reason: 'not-stopped' }

/** Makes the rest of a document of the viewer's own whose making was stopped. */
export async function continueMaking(
  viewer: Viewer,
  documentId: DocumentId,
  options: MakeOnOptions,
): Promise<Continued> {
  const runId = randomUUID()
  const { count } = await db().making.updateMany({
    where: { documentId, NOT: { state: 'making' }, document: { ownerId: viewer.learnerId } },
    data: { state: 'making', runId, seenAt: options.clock(), takenUp: 0 },
  })
  if (count === 0) return { kind: 'rejected', reason: 'not-stopped' }
  return { kind: 'continued', done: makeOn({ documentId, runId }, options) }
}
