import 'server-only'
import { randomBytes } from 'node:crypto'
import { CARDS_FORMAT } from '../../core/document/document'
import { tidyTitle } from '../../core/document/normalise-text'
import { ENGINE_VERSION } from '../../core/generation/engine-version'
import { DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { claimDocument } from '../documents/import-document'
import { type LimitReached, takeFromLimits } from '../rate-limits'
import { type ItemWritten, writeItem } from './write-item'

export type DeckCreated =
  | { readonly kind: 'created'; readonly deckId: DeckId; readonly documentId: DocumentId }
  | { readonly kind: 'rejected'; readonly reason: 'blank' }
  | LimitReached

/** A deck of the viewer's own without a document: its cards are written one by one. Within what a person and an address may make. */
export async function createDeckByHand(
  viewer: Viewer,
  { title, address }: { readonly title: string; readonly address: string },
  now: Date,
): Promise<DeckCreated> {
  const tidy = tidyTitle(title)
  if (tidy === '') return { kind: 'rejected', reason: 'blank' }
  const taken = await takeFromLimits(claimDocument({ viewer, address }), now)
  if (taken.kind === 'rejected') return taken
  const { learnerId: ownerId } = viewer
  return db().$transaction(async (tx) => {
    // No text to be the same as another.
    const hash = randomBytes(32).toString('hex')
    const said = {
      text: '',
      hash,
      language: 'und',
      format: CARDS_FORMAT,
      blocks: [],
      refused: {},
      engine: ENGINE_VERSION,
    }
    const document = { ownerId, title: tidy, createdAt: now, ...said }
    const { id: documentId } = await tx.document.create({ data: document, select: { id: true } })
    const deck = await tx.deck.create({
      data: { ownerId, documentId, title: tidy, createdAt: now },
      select: { id: true },
    })
    return { kind: 'created', deckId: DeckId.parse(deck.id), documentId: DocumentId.parse(documentId) }
  })
}

/** Adds a card with two sides to a deck of the viewer's own. To undo, call `removeItems`; to change it, `editItem`. */
export function addCard(
  viewer: Viewer,
  deckId: DeckId,
  { front, back }: { readonly front: string; readonly back: string },
  now: Date,
): Promise<ItemWritten> {
  const card = { type: 'flashcard' as const, stem: front, key: [back], wrong: [], evidence: [] }
  return writeItem(viewer, deckId, card, { anyway: true }, now)
}
