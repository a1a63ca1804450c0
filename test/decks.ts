import { randomUUID } from 'node:crypto'
import type { Block } from '@/lib/core/document/document'
import { structureDocument } from '@/lib/core/document/structure-document'
import { DeckId, FactId, ItemId, ReviewId } from '@/lib/core/ids'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { bulkInsert } from '@/lib/data/documents/bulk-insert'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { aRevision } from './an-item-revision'
import { aDeck, aLearner } from './factories'
import { refreshDecks } from './refresh-decks'

export type KnownItem = {
  readonly type: 'flashcard' | 'choice' | 'short-answer'
  readonly stem: string
  readonly key: readonly string[]
  readonly tier?: 'A' | 'B'
}

/** A deck with items of our own, each on a fact of its own, whatever the engine would make of the text. No owner: shipped. */
export async function aKnownDeck(
  owner: Viewer | null,
  { title = 'Lakes', text, items }: { title?: string; text: string; items: readonly KnownItem[] },
) {
  const { blocks, hash } = structureDocument({ title, text, format: 'md' })
  const [documentId, ownerId] = [randomUUID(), owner?.learnerId ?? null]
  const document = { id: documentId, ownerId, title, text, hash, format: 'md', language: 'eng', engine: 'known' }
  await db().document.create({
    data: { ...document, blocks: blocks as readonly Block[] as unknown as Prisma.InputJsonArray, refused: {} },
  })
  const deck = await db().deck.create({ data: { ownerId, documentId, title } })
  const made = items.map((item) => ({ ...item, factId: randomUUID(), itemId: randomUUID() }))
  await db().$transaction((tx) => bulkInsert(tx, rowsOf(documentId, made, text)))
  await refreshDecks(documentId)
  return {
    deckId: DeckId.parse(deck.id),
    documentId,
    factIds: made.map(({ factId }) => FactId.parse(factId)),
    itemIds: made.map(({ itemId }) => ItemId.parse(itemId)),
  }
}

type Made = KnownItem & { readonly factId: string; readonly itemId: string }

function rowsOf(documentId: string, made: readonly Made[], text: string) {
  const row = (position: number) => ({ documentId, contentKey: `known-${position}`, position, engine: 'known' })
  const span = { start: 0, end: Math.min(text.length, 20) }
  return {
    Fact: made.map(({ factId, stem }, at) => {
      const said = { kind: 'cloze', statement: stem, heading: '', spans: [span], answerSpan: null, retired: false }
      return { id: factId, ...row(at), ...said }
    }),
    Item: made.map(({ itemId, type, tier = 'A' }, at) => ({ id: itemId, ...row(at), type, tier })),
    Revision: made.map(({ itemId, type, stem, key }) => {
      return { id: randomUUID(), itemId, number: 1, ...aRevision({ type, stem, key }) }
    }),
    ItemFact: made.map(({ itemId, factId }) => ({ itemId, factId, slot: 0 })),
  }
}

/** A deck of the learner's own with so many facts, each asked by one card. */
export function aDeckOfLakes(owner: Viewer, facts: number) {
  const places = Array.from({ length: facts }, (_, place) => place)
  return aKnownDeck(owner, {
    text: places.map((place) => `Lake ${place} is ${place + 100} metres deep.`).join(' '),
    items: places.map((place) => ({
      type: 'short-answer',
      stem: `How deep is lake ${place}?`,
      key: [`${place + 100}`],
    })),
  })
}

/** One rating of a card as a device sends it; saved at that moment. */
export async function rateAt(viewer: Viewer, factId: FactId | undefined, rating: Rating, at: Date, durationMs = 4000) {
  const id = ReviewId.parse(randomUUID())
  const review = { id, factId: FactId.parse(factId), itemId: null, revisionId: null, rating, at, durationMs }
  const [saved] = await recordReviews(viewer, [review], at)
  return { id, saved }
}

export const accepted = { choice: 'accepted' as const, revisionId: null }

export const rejected = { choice: 'rejected' as const, revisionId: null }

export const NOT_FOUND = { kind: 'rejected', reason: 'not-found' }

export async function aDeckOfTwo() {
  const owner = await aLearner()
  const deck = await aDeck(owner)
  const [itemId] = deck.itemIds
  if (!itemId) throw new Error('The engine made no item of the text.')
  return { owner, itemId, ...deck }
}
