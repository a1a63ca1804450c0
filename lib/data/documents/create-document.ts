import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId } from '../../core/ids'
import type { Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { Begun, Lot, Rest } from '../../work/job'
import { insertRows } from '../insert-rows'
import type { Place } from './part-saver'
import { saveFacts } from './save-facts'
import { saveItems } from './save-items'

/** A document of the viewer's own with its whole text, its first facts and items, and a deck. */
export async function createDocument(
  tx: Tx,
  viewer: Viewer,
  { document, engine, format }: Begun,
  { facts, items, refused }: Lot & { readonly refused?: Rest['refused'] },
  now: Date,
): Promise<Place> {
  const ownerId = viewer.learnerId
  const documentId = DocumentId.parse(randomUUID())
  const { title, text, hash, language, blocks } = document
  const read = { title, text, hash, language, format, engine, blocks: blocks as unknown as Prisma.InputJsonArray }
  await insertRows(tx, 'Document', [{ id: documentId, ownerId, createdAt: now, refused: { ...refused }, ...read }])
  await saveFacts(tx, documentId, engine, facts)
  await saveItems(tx, documentId, engine, items)
  const deck = await tx.deck.create({ data: { ownerId, documentId, title, createdAt: now } })
  return { documentId, deckId: DeckId.parse(deck.id) }
}
