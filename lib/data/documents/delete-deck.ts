import 'server-only'
import { type DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksEditableBy } from '../decks/deck-access'

export type Deleted =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** A class works with it: the assignments go first, knowingly. */
  | { readonly kind: 'rejected'; readonly reason: 'assigned'; readonly classes: readonly string[] }

/** The viewer's own deck; with the last deck on a document goes the document, its facts and every memory of them. */
export async function deleteDeck(viewer: Viewer, deckId: DeckId): Promise<Deleted> {
  const own = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const deck = await db().deck.findFirst({
    where: own,
    select: { documentId: true, assignments: { select: { class: { select: { name: true } } } } },
  })
  if (!deck) return { kind: 'rejected', reason: 'not-found' }
  if (!(await hasTwin(deckId))) return deleteDocument(viewer, DocumentId.parse(deck.documentId))
  const classes = [...new Set(deck.assignments.map((assignment) => assignment.class.name))]
  if (classes.length > 0) return { kind: 'rejected', reason: 'assigned', classes }
  await db().deck.deleteMany({ where: own })
  return { kind: 'deleted' }
}

/** Another deck stands on the same document. */
export async function hasTwin(deckId: DeckId): Promise<boolean> {
  const document = { decks: { some: { id: deckId } } }
  return (await db().deck.count({ where: { document, NOT: { id: deckId } } })) > 0
}

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
