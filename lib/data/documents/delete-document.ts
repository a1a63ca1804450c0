import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'

export type Deleted =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** A class works with it: the assignments go first, knowingly. */
  | { readonly kind: 'rejected'; readonly reason: 'assigned'; readonly classes: readonly string[] }

/** The owner's document with its facts, items, decks and every memory of them. */
export async function deleteDocument(viewer: Viewer, documentId: DocumentId): Promise<Deleted> {
  return db().$transaction(async (tx) => {
    const where = { id: documentId, ownerId: viewer.learnerId }
    const document = await tx.document.findFirst({
      where,
      select: { decks: { select: { assignments: { select: { class: { select: { name: true } } } } } } },
    })
    if (!document) return { kind: 'rejected', reason: 'not-found' }
    const names = document.decks.flatMap(({ assignments }) => assignments.map((assignment) => assignment.class.name))
    if (names.length > 0) return { kind: 'rejected', reason: 'assigned', classes: [...new Set(names)] }
    await tx.document.deleteMany({ where })
    return { kind: 'deleted' }
  })
}
