import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { hasOwnTitle } from '../../core/document/structure-document'
import { DeckId, DocumentId } from '../../core/ids'
import type { Tx } from '../../db'
import type { DocumentRead } from '../../jobs/generate-task'
import type { Place } from './part-saver'

type Creation = {
  readonly refused: Readonly<Record<string, number>>
  readonly fileTitle: string | null
  readonly now: Date
}

/** A document of the viewer's own with its whole text, and a deck for its items. Its blocks are saved by `saveBlocks`. */
export async function createDocument(
  tx: Tx,
  viewer: Viewer,
  { document, engine, format }: DocumentRead,
  { refused, fileTitle, now }: Creation,
): Promise<Place> {
  const ownerId = viewer.learnerId
  const { title, text, hash, language } = document
  const read = { title, text, hash, language, format, engine, refused: { ...refused }, blocks: [] }
  const made = await tx.document.create({ data: { ownerId, createdAt: now, ...read }, select: { id: true } })
  const deck = await tx.deck.create({
    data: { ownerId, documentId: made.id, title: nameOf(document, fileTitle), createdAt: now },
  })
  return { documentId: DocumentId.parse(made.id), deckId: DeckId.parse(deck.id) }
}

/** A file's name names the deck of a text that has no title of its own; it is no title of the text. */
function nameOf(document: DocumentRead['document'], fileTitle: string | null): string {
  return hasOwnTitle(document) ? document.title : (fileTitle ?? document.title)
}
