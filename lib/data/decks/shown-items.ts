import 'server-only'
import { type DeckId, FactId, ItemId } from '../../core/ids'
import { splitLabel } from '../../core/item/item-label'
import type { Viewer } from '../../core/people/viewer'
import type { ItemType } from '../../core/question-types/registry'
import { type Db, db, type Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo } from './deck-access'
import { type Revision, revisionOf } from './item-revisions'

/** Items that learners of a deck meet. The view `DeckItem` in the migration holds the rule. */
export function shownItems(deckId: DeckId): Prisma.ItemWhereInput {
  return { inDecks: { some: { deckId, isShown: true } } }
}

/** Those of them that Study can show as cards. */
export function shownCards(deckId: DeckId): Prisma.ItemWhereInput {
  return { inDecks: { some: { deckId, isShown: true, revision: { isCard: true } } } }
}

/** Items that the deck shows once its author accepts them. */
export function unreviewedItems(deckId: DeckId): Prisma.ItemWhereInput {
  return { inDecks: { some: { deckId, status: 'unreviewed' } } }
}

/** What came later stands after what has the same place. */
export const IN_THE_ORDER_OF_THE_DOCUMENT = [
  { item: { position: 'asc' } },
  { item: { createdAt: 'asc' } },
] satisfies Prisma.DeckItemOrderByWithRelationInput[]

export type ShownRevision = {
  readonly itemId: ItemId
  /** Keys are inside: pick with `publicItem` before anything leaves the server. */
  readonly revision: Revision
  /** Study can show it as a card. */
  readonly isCard: boolean
  /** In the order of the right answers; the first is the main one. */
  readonly factIds: readonly FactId[]
}

type Filter = { readonly types?: readonly ItemType[]; readonly factIds?: readonly FactId[] }

/** The deck's items as learners meet them, in the document's order; none when the viewer may not see the deck. */
export async function listShownRevisions(
  viewer: Viewer | null,
  deckId: DeckId,
  { types, factIds }: Filter = {},
): Promise<ShownRevision[]> {
  const item: Prisma.ItemWhereInput = {
    ...(types ? { type: { in: [...types] } } : {}),
    ...(factIds ? { facts: { some: { factId: { in: [...factIds] } } } } : {}),
  }
  const rows = await db().deckItem.findMany({
    where: { deckId, isShown: true, deck: decksVisibleTo(viewer), item },
    orderBy: IN_THE_ORDER_OF_THE_DOCUMENT,
    include: { item: { include: { facts: { orderBy: { slot: 'asc' } } } }, revision: true },
  })
  return rows.flatMap(({ item: { id, facts }, revision }) => {
    if (!revision) return []
    return {
      itemId: ItemId.parse(id),
      revision: revisionOf(revision),
      isCard: revision.isCard,
      factIds: facts.map(({ factId }) => FactId.parse(factId)),
    }
  })
}

type Parts = ReturnType<typeof splitLabel>

/**
 * Takes stems of one document's items apart into what they are about and what they ask. A label is known by the title of the
 * document and the headings over the facts that are asked; the saved words stay whole.
 */
export async function labelSplitter(
  from: Db | Tx,
  factIds: readonly string[],
): Promise<(item: { readonly stem: string }) => Parts> {
  const facts = await from.fact.findMany({
    where: { id: { in: [...new Set(factIds)] } },
    select: { heading: true, document: { select: { title: true } } },
  })
  const title = facts[0]?.document.title ?? ''
  const headings = [...new Set(facts.map(({ heading }) => heading))]
  return ({ stem }) => splitLabel(stem, title, headings)
}
