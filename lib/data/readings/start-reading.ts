import 'server-only'
import type { DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import type { ModelPlace } from '../../model/address'
import { addReading } from '../documents/document-row'
import { stopRow } from './reading-row'

export type ReadingChanged =
  | { readonly kind: 'changed' }
  /** Not the viewer's document, no model is configured, or the reading is in no state for it. */
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'no-model' | 'not-possible' }

const rejected = (reason: Extract<ReadingChanged, { kind: 'rejected' }>['reason']): ReadingChanged => {
  return { kind: 'rejected', reason }
}

/**
 * Lets the configured model read the viewer's own document when the rules are done with it. `place` is where the author agreed that
 * the text may go. A document that was read is read again: what was asked before is not asked twice.
 */
export async function startReading(
  viewer: Viewer,
  documentId: DocumentId,
  place: ModelPlace,
  now: Date,
): Promise<ReadingChanged> {
  return db().$transaction(async (tx) => {
    const where = { id: documentId, ownerId: viewer.learnerId }
    const document = await tx.document.findFirst({ where, select: { reading: { select: { state: true } } } })
    if (!document) return rejected('not-found')
    if (document.reading?.state === 'running') return rejected('not-possible')
    return (await addReading(tx, documentId, place, now)) ? { kind: 'changed' } : rejected('no-model')
  })
}

/** Ends the reading of the viewer's own document. What was made stays; `resumeReading` reads the rest. */
export async function stopReading(viewer: Viewer, documentId: DocumentId): Promise<ReadingChanged> {
  const stopped = await stopRow({ documentId, document: { ownerId: viewer.learnerId } })
  return stopped ? { kind: 'changed' } : rejected('not-possible')
}

/** Reads the rest of the viewer's own document: after a stop, a pause or a limit. */
export async function resumeReading(viewer: Viewer, documentId: DocumentId): Promise<ReadingChanged> {
  const { count } = await db().modelReading.updateMany({
    where: { documentId, document: { ownerId: viewer.learnerId }, state: { in: ['paused', 'stopped', 'limit'] } },
    data: { state: 'waiting', reason: '', resumed: 0 },
  })
  return count > 0 ? { kind: 'changed' } : rejected('not-possible')
}
