import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'
import type { Run } from './hold-run'

/** A run that holds a document of the viewer's own whose making was stopped; of two who ask at once, one gets it. */
export async function takeStopped(viewer: Viewer, documentId: DocumentId, now: Date): Promise<Run | null> {
  const runId = randomUUID()
  const { count } = await db().making.updateMany({
    where: { documentId, NOT: { state: 'making' }, document: { ownerId: viewer.learnerId } },
    data: { state: 'making', runId, seenAt: now, takenUp: 0 },
  })
  return count === 0 ? null : { documentId, runId }
}
