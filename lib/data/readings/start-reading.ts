import 'server-only'
import type { DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { countWords } from '../../core/shared/count-words'
import { db, type Tx } from '../../db'
import { isConsentedTo, type ModelConsent, type NamedModel } from '../../model/consent'
import { addReading } from '../documents/document-row'
import { rankDocument } from '../documents/rank-items'
import { stateRow, stopRow } from './reading-row'

export type ReadingChanged =
  | { readonly kind: 'changed' }
  /** Not the viewer's document, the reading is in no state for it, or the model may not read it. */
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'not-possible' | 'other-model' | 'no-model' }

const rejected = (reason: Extract<ReadingChanged, { kind: 'rejected' }>['reason']): ReadingChanged => {
  return { kind: 'rejected', reason }
}

/** Lets the model that the viewer consented to read a document of their own when the rules are done (see `addReading`). */
export async function startReading(
  viewer: Viewer,
  documentId: DocumentId,
  consent: ModelConsent,
  now: Date,
): Promise<ReadingChanged> {
  return db().$transaction(async (tx) => {
    const document = await tx.document.count({ where: { id: documentId, ownerId: viewer.learnerId } })
    if (document === 0) return rejected('not-found')
    return (await addReading(tx, documentId, consent, now)) ? { kind: 'changed' } : rejected('not-possible')
  })
}

/** Ends the reading of the viewer's own document. What was made stays, ranked; `resumeReading` reads the rest. */
export async function stopReading(viewer: Viewer, documentId: DocumentId): Promise<ReadingChanged> {
  const stopped = await stopRow({ documentId, document: { ownerId: viewer.learnerId } })
  if (!stopped) return rejected('not-possible')
  const { text } = await db().document.findUniqueOrThrow({ where: { id: documentId }, select: { text: true } })
  const run = (step: (tx: Tx) => Promise<void>) => db().$transaction(step)
  await rankDocument({ id: documentId, words: countWords(text) }, { from: db(), run })
  return { kind: 'changed' }
}

/**
 * Reads the rest of the viewer's own document: after a stop, a pause or a limit. `model` is the one that is configured. Without
 * one, or if the author consented to another, the reading is paused for that reason.
 */
export async function resumeReading(
  viewer: Viewer,
  documentId: DocumentId,
  model: NamedModel | null,
): Promise<ReadingChanged> {
  const paused = { documentId, document: { ownerId: viewer.learnerId }, state: { in: ['paused', 'stopped', 'limit'] } }
  const reading = await db().modelReading.findFirst({ where: paused, select: { model: true, host: true } })
  if (!reading) return rejected('not-possible')
  const where = { ...paused, ...reading }
  const reason = model === null ? 'no-model' : isConsentedTo(reading, model) ? null : 'other-model'
  if (reason) {
    await db().modelReading.updateMany({ where, data: stateRow('paused', reason) })
    return rejected(reason)
  }
  const data = { ...stateRow('waiting'), resumed: 0 }
  const { count } = await db().modelReading.updateMany({ where, data })
  return count > 0 ? { kind: 'changed' } : rejected('not-possible')
}
