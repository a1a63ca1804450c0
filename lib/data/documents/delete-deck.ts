import 'server-only'
import { type DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { type Db, db, type Tx } from '../../db'
import { decksEditableBy } from '../decks/deck-access'

export type Deleted =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** A class works with it: the assignments go first, knowingly. */
  | { readonly kind: 'rejected'; readonly reason: 'assigned'; readonly classes: readonly string[] }

/** The viewer's own deck; with the last deck on a document goes the document, its facts and every memory of them. */
export async function deleteDeck(viewer: Viewer, deckId: DeckId): Promise<Deleted> {
  const own = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  return db().$transaction(async (tx) => {
    const deck = await tx.deck.findFirst({
      where: own,
      select: { documentId: true, assignments: { select: { class: { select: { name: true } } } } },
    })
    if (!deck) return { kind: 'rejected', reason: 'not-found' }
    // Of two decks that are deleted at once the second waits, and takes the document along.
    await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${deck.documentId}::uuid FOR UPDATE`
    if (!(await hasTwin(deckId, tx))) return removeDocument(tx, viewer, DocumentId.parse(deck.documentId))
    const classes = [...new Set(deck.assignments.map((assignment) => assignment.class.name))]
    if (classes.length > 0) return { kind: 'rejected', reason: 'assigned', classes }
    await tx.deck.deleteMany({ where: own })
    return { kind: 'deleted' }
  })
}

/** Another deck has the same document. */
export async function hasTwin(deckId: DeckId, from: Db | Tx = db()): Promise<boolean> {
  const document = { decks: { some: { id: deckId } } }
  return (await from.deck.count({ where: { document, NOT: { id: deckId } } })) > 0
}

/** The owner's document with its facts, items, decks and every memory of them. */
export async function deleteDocument(viewer: Viewer, documentId: DocumentId): Promise<Deleted> {
  return db().$transaction((tx) => removeDocument(tx, viewer, documentId))
}

async function removeDocument(tx: Tx, viewer: Viewer, documentId: DocumentId): Promise<Deleted> {
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
}
