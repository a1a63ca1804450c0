import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'
import { endRunHere } from './hold-run'

export type MakingStopped =
  | { readonly kind: 'stopped' }
  /** Not the viewer's, or nothing makes it: it is whole, or was stopped before. */
  | { readonly kind: 'rejected'; readonly reason: 'not-making' }

/** Ends the making of a document of the viewer's own. What was made stays; `continueMaking` makes the rest. */
export async function stopMaking(viewer: Viewer, documentId: DocumentId): Promise<MakingStopped> {
  const where = { documentId, state: 'making', document: { ownerId: viewer.learnerId } }
  const row = await db().making.findFirst({ where, select: { runId: true } })
  const { count } = await db().making.updateMany({ where, data: { state: 'cancelled' } })
  if (!row || count === 0) return { kind: 'rejected', reason: 'not-making' }
  endRunHere(row.runId)
  return { kind: 'stopped' }
}
