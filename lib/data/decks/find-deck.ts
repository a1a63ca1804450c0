import 'server-only'
import { CARDS_FORMAT } from '../../core/document/document'
import type { Depth } from '../../core/generation/depth'
import { isOlderEngine } from '../../core/generation/engine-version'
import { DeckId, DocumentId } from '../../core/ids'
import { type UnacceptedItems, unacceptedItems } from '../../core/item/unaccepted-items'
import type { Viewer } from '../../core/people/viewer'
import { QUESTION_TYPES } from '../../core/question-types/registry'
import { db } from '../../db'
import { decksVisibleTo } from './deck-access'
import type { Sharing } from './share-deck'
import { unreviewedItems } from './shown-items'

export type DeckHead = {
  readonly id: DeckId
  readonly title: string
  readonly documentId: DocumentId
  readonly mayEdit: boolean
  readonly shipped: boolean
  /** Without a document: its cards are written by hand. */
  readonly isByHand: boolean
  readonly depth: Depth
  /** When its text was imported. */
  readonly importedAt: Date
  /** By a link: the viewer's own deck that has one, or a deck that the viewer opened by one; null for any other deck. */
  readonly shared: Sharing | null
  /** The viewer owns it, and an older engine made it. One that is being generated is resumed instead. */
  readonly canRegenerate: boolean
}

export async function findDeck(viewer: Viewer | null, deckId: DeckId): Promise<DeckHead | null> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    include: {
      document: {
        select: { ownerId: true, engine: true, format: true, createdAt: true, generation: { select: { state: true } } },
      },
      share: { select: { deckId: true } },
      readers: { where: { learnerId: { in: viewer ? [viewer.learnerId] : [] } }, select: { deckId: true } },
    },
  })
  if (!deck) return null
  const mayEdit = viewer !== null && deck.ownerId === viewer.learnerId
  const { document } = deck
  return {
    id: DeckId.parse(deck.id),
    title: deck.title,
    documentId: DocumentId.parse(deck.documentId),
    mayEdit,
    shipped: deck.ownerId === null,
    isByHand: document.format === CARDS_FORMAT,
    depth: deck.depth,
    importedAt: document.createdAt,
    shared: deck.share === null ? null : mayEdit ? 'by-you' : deck.readers.length > 0 ? 'with-you' : null,
    canRegenerate:
      mayEdit &&
      document.ownerId === deck.ownerId &&
      document.format !== CARDS_FORMAT &&
      isOlderEngine(document.engine) &&
      document.generation === null,
  }
}

/** The deck of a document that ships with the app, for links from Welcome. */
export async function findShippedDeck(slug: string): Promise<DeckHead | null> {
  const deck = await db().deck.findFirst({ where: { ownerId: null, document: { slug } }, select: { id: true } })
  return deck ? findDeck(null, DeckId.parse(deck.id)) : null
}

export type DeckContents = {
  /** Facts that shown items ask, and those of them that have a card. */
  readonly facts: number
  readonly cards: number
  /** False for a deck that is written by hand and has cards alone: no quiz is offered there. */
  readonly offersQuiz: boolean
  readonly hasText: boolean
  readonly unacceptedItems: UnacceptedItems
}

/** What there is to study of a deck, and whether more waits for its author; null when the viewer may not see the deck. */
export async function countStudyable(viewer: Viewer | null, deckId: DeckId): Promise<DeckContents | null> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    select: { ownerId: true, facts: true, cards: true, document: { select: { format: true } } },
  })
  if (!deck) return null
  const items = await db().item.count({ where: unreviewedItems(deckId) })
  const isAuthor = viewer !== null && deck.ownerId === viewer.learnerId
  const hasText = deck.document.format !== CARDS_FORMAT
  const offersQuiz = hasText || (await hasQuestion(deckId))
  return {
    facts: deck.facts,
    cards: deck.cards,
    offersQuiz,
    hasText,
    unacceptedItems: unacceptedItems(isAuthor, items),
  }
}

async function hasQuestion(deckId: DeckId): Promise<boolean> {
  const where = { deckId, isShown: true, item: { type: { in: [...QUESTION_TYPES] } } }
  return (await db().deckItem.findFirst({ where, select: { itemId: true } })) !== null
}
