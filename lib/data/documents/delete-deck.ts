import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, DocumentId } from '../../core/ids'
import { db } from '../../db'
import { decksEditableBy } from '../decks/deck-access'
import { type Deleted, deleteDocument } from './delete-document'

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
