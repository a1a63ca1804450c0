import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId } from '../../core/ids'
import type { Tx } from '../../db'
import type { Begun } from '../../work/job'
import type { Place } from './part-saver'

/** A document of the viewer's own with its whole text, and a deck for its items. Its blocks are saved by `saveBlocks`. */
export async function createDocument(
  tx: Tx,
  viewer: Viewer,
  { document: { title, text, hash, language }, engine, format }: Begun,
  refused: Readonly<Record<string, number>>,
  now: Date,
): Promise<Place> {
  const ownerId = viewer.learnerId
  const read = { title, text, hash, language, format, engine, refused: { ...refused }, blocks: [] }
  const made = await tx.document.create({ data: { ownerId, createdAt: now, ...read }, select: { id: true } })
  const deck = await tx.deck.create({ data: { ownerId, documentId: made.id, title, createdAt: now } })
  return { documentId: DocumentId.parse(made.id), deckId: DeckId.parse(deck.id) }
}
