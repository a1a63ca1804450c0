import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId } from '../../core/ids'
import type { Db, Tx } from '../../db'
import type { Place } from './part-saver'

export type Imported = Place & {
  readonly kind: 'imported'
  readonly facts: number
  readonly items: number
  readonly refused: Readonly<Record<string, number>>
  /** False: the viewer had this very text already, and nothing changed. */
  readonly fresh: boolean
  /** False: it is being made, or its making was stopped. */
  readonly whole: boolean
}

/** The viewer's document by its id, or by the hash of its very text. */
export async function findImported(
  from: Db | Tx,
  viewer: Viewer,
  asked: { readonly id: DocumentId } | { readonly hash: string },
): Promise<Imported | null> {
  const ownerId = viewer.learnerId
  const document = await from.document.findFirst({
    where: { ...asked, ownerId },
    select: {
      id: true,
      refused: true,
      making: { select: { state: true } },
      decks: { where: { ownerId }, orderBy: { createdAt: 'asc' }, take: 1, select: { id: true } },
      _count: { select: { facts: { where: { retired: false } }, items: { where: { retired: false } } } },
    },
  })
  const deck = document?.decks[0]
  if (!document || !deck) return null
  return {
    kind: 'imported',
    deckId: DeckId.parse(deck.id),
    documentId: DocumentId.parse(document.id),
    facts: document._count.facts,
    items: document._count.items,
    refused: document.refused as Record<string, number>,
    fresh: false,
    whole: document.making === null,
  }
}
