import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Span } from '../../core/document/document'
import { type DeckId, FactId, ItemId } from '../../core/ids'
import { CARD_TYPES, pickCards } from '../../core/item/as-card'
import type { ItemType } from '../../core/item/item'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo } from '../decks/deck-access'
import { shownItems } from '../decks/shown-items'
import { cardStems } from './card-revisions'

export type DeckFact = {
  readonly id: FactId
  readonly documentId: string
  readonly statement: string
  readonly spans: readonly Span[]
  /** The item, or the flashcards in the order of the document, by which it is studied; none: it is asked in quizzes only. */
  readonly cardIds: readonly ItemId[]
}

/** The facts that a deck asks, in the document's order; none when the viewer may not see the deck. */
export async function listDeckFacts(viewer: Viewer | null, deckId: DeckId): Promise<readonly DeckFact[]> {
  const asked: Prisma.FactWhereInput = { items: { some: { item: shownItems(deckId) } } }
  const visible = { document: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } } }
  const rows = await db().fact.findMany({
    where: { AND: [visible, asked] },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      documentId: true,
      statement: true,
      spans: true,
      items: {
        where: { slot: 0, item: { AND: [shownItems(deckId), { type: { in: [...CARD_TYPES] } }] } },
        orderBy: { item: { position: 'asc' } },
        select: { itemId: true, item: { select: { type: true } } },
      },
    },
  })
  const asking = rows.map(({ items }) => items.map(candidateOf))
  const stems = await cardStems(deckId, asking.flatMap(doubtful))
  const worded = (one: Candidate) => ({ ...one, stem: stems.get(one.itemId) ?? '' })
  return rows.map((row, at) => ({
    id: FactId.parse(row.id),
    documentId: row.documentId,
    statement: row.statement,
    spans: row.spans as Span[],
    cardIds: pickCards((asking[at] ?? []).map(worded)).map(({ itemId }) => itemId),
  }))
}

type Candidate = { readonly itemId: ItemId; readonly type: ItemType; readonly key: readonly string[] }

/** What may be the card of its fact. Words are read only where they decide. */
function candidateOf({ itemId, item }: { itemId: string; item: { type: string } }): Candidate {
  return { itemId: ItemId.parse(itemId), type: item.type as ItemType, key: [] }
}

/** Choices of a fact that nothing else could be the card of: some say nothing without their options. */
function doubtful(candidates: readonly Candidate[]): readonly ItemId[] {
  return candidates.some(({ type }) => type !== 'choice') ? [] : candidates.map(({ itemId }) => itemId)
}
