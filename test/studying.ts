import { randomUUID } from 'node:crypto'
import { ReviewId } from '@/lib/core/ids'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import type { Viewer } from '@/lib/core/people/viewer'
import type { RatingToRecord } from '@/lib/data/memories/record-reviews'
import { nextCards } from '@/lib/data/study/next-cards'
import { db } from '@/lib/db'
import { aDeck, aLearner, NOW } from '@/test/factories'

export const MINUTE = 60_000

export const DAY = 24 * 60 * MINUTE

export const later = (ms: number, from = NOW) => new Date(from.getTime() + ms)

export function ratingOf(card: StudyCard, rating: Rating, at: Date, id = randomUUID() as string): RatingToRecord {
  const { factId, itemId, revisionId } = card
  return { id: ReviewId.parse(id), factId, itemId, revisionId, rating, at, durationMs: 4000 } as RatingToRecord
}

/** Cards of a deck that everyone sees, made once for the database; `own` makes one that is the viewer's alone. */
export async function cardsFor(viewer: Viewer, kind: 'shipped' | 'own' = 'shipped') {
  const deck = kind === 'own' ? await aDeck(viewer) : await shippedDeck()
  const { cards } = await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, NOW)
  const [card, secondCard] = cards
  if (!card || !secondCard) throw new Error('the test text has cards')
  return { deck, cards, card, secondCard }
}

const shippedDecks = new WeakMap<object, ReturnType<typeof aDeck>>()

function shippedDeck() {
  const deck = shippedDecks.get(db()) ?? aShippedDeck()
  shippedDecks.set(db(), deck)
  return deck
}

async function aShippedDeck() {
  const deck = await aDeck(await aLearner())
  await db().document.update({ where: { id: deck.documentId }, data: { ownerId: null } })
  await db().deck.update({ where: { id: deck.deckId }, data: { ownerId: null } })
  return deck
}

export const memoriesOf = (viewer: Viewer) =>
  db().memory.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { factId: 'asc' } })

export const logOf = (viewer: Viewer) =>
  db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { at: 'asc' } })
