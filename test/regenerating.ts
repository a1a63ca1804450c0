import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/core/access/viewer'
import { type DeckId, FactId, ItemId, ReviewId, RevisionId } from '@/lib/core/ids'
import type { Generated, Item } from '@/lib/core/item/item'
import { listShownRevisions } from '@/lib/data/decks/shown-items'
import { regenerateDeck } from '@/lib/data/documents/regenerate-document'
import { nextCards } from '@/lib/data/study/next-cards'
import { recordReviews } from '@/lib/data/study/record-reviews'
import { db } from '@/lib/db'
import { aLearner, NOW } from '@/test/factories'
import { aDeckOfOlderEngine, madeNow } from '@/test/older-engine'

export const clock = () => NOW

export const rejected = { choice: 'rejected' as const, revisionId: null }

type Change = { facts?: (made: Generated) => Generated['facts']; items?: (made: Generated) => Generated['items'] }

/** A deck of an older engine, whose facts and items were others where `change` says so. */
export async function anOlderDeck(change: Change = {}, owner?: Viewer) {
  const viewer = owner ?? (await aLearner())
  const made = madeNow()
  const older = { ...made, facts: change.facts?.(made) ?? made.facts, items: change.items?.(made) ?? made.items }
  const deck = await aDeckOfOlderEngine(viewer, made, () => older)
  const rowOf = (contentKey: string) =>
    db().item.findFirstOrThrow({ where: { documentId: deck.documentId, contentKey } })
  const itemId = async (contentKey: string) => ItemId.parse((await rowOf(contentKey)).id)
  return { viewer, made, ...deck, itemId }
}

/** The first item for which it holds. */
export function first<T>(all: readonly T[], is: (one: T) => boolean): T {
  const found = all.find(is)
  if (!found) throw new Error('The engine made nothing of that kind of the text.')
  return found
}

export const isCard = ({ type }: Item) => type === 'flashcard'

export const worded = (item: Item): Item => ({ ...item, id: `older-${item.id}`, stem: `Say it: ${item.stem}` })

export async function regenerate(viewer: Viewer, deckId: DeckId) {
  const regenerated = await regenerateDeck(viewer, deckId, clock)
  if (regenerated.kind !== 'regenerated')
    throw new Error(`The deck was not regenerated: ${JSON.stringify(regenerated)}`)
  return regenerated
}

export async function study(viewer: Viewer, deckId: DeckId, factId?: string) {
  const { cards } = await nextCards(viewer, { deckId, limit: 100 }, NOW)
  const card = first(cards, (one) => factId === undefined || one.factId === factId)
  const { factId: id, itemId, revisionId } = card
  const review = { factId: FactId.parse(id), itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) }
  const more = { id: ReviewId.parse(randomUUID()), rating: 'good' as const, at: NOW, durationMs: 1_000 }
  await recordReviews(viewer, [{ ...review, ...more }], NOW)
  return card
}

export const shownAs = async (viewer: Viewer, deckId: DeckId, itemId: string) =>
  (await listShownRevisions(viewer, deckId)).find((shown) => shown.itemId === itemId)

export const memoriesOf = ({ learnerId }: Viewer) => db().memory.findMany({ where: { learnerId } })

export const factRow = (id: string) => db().fact.findUnique({ where: { id } })
