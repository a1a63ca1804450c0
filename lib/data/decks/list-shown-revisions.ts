import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, FactId, ItemId } from '../../core/ids'
import type { ItemType } from '../../core/item/item'
import { db } from '../../db'
import { decksVisibleTo } from './deck-access'
import { chosenRevision, type Revision, revisionOf } from './revision-of'
import { shownItems } from './shown-items'

export type ShownRevision = {
  readonly itemId: ItemId
  readonly type: ItemType
  /** Keys are inside: pick with `publicItem` before anything leaves the server. */
  readonly revision: Revision
  /** In the order of the key's entries; the first is the main one. */
  readonly factIds: readonly FactId[]
}

/** The deck's items as learners meet them, in the document's order; none when the viewer may not see the deck. */
export async function listShownRevisions(
  viewer: Viewer | null,
  deckId: DeckId,
  filter: { types?: readonly ItemType[]; factIds?: readonly FactId[] } = {},
): Promise<ShownRevision[]> {
  const visible = { document: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } } }
  const types = filter.types ? { type: { in: [...filter.types] } } : {}
  const facts = filter.factIds ? { facts: { some: { factId: { in: [...filter.factIds] } } } } : {}
  const rows = await db().item.findMany({
    where: { AND: [visible, shownItems(deckId), types, facts] },
    orderBy: { position: 'asc' },
    include: {
      facts: { orderBy: { slot: 'asc' } },
      choices: { where: { deckId } },
      revisions: { where: { OR: [{ authorId: null }, { choices: { some: { deckId } } }] } },
    },
  })
  return rows.flatMap((row) => {
    const revision = chosenRevision(row.revisions, row.choices[0]?.revisionId)
    if (!revision) return []
    const factIds = row.facts.map(({ factId }) => FactId.parse(factId))
    return [{ itemId: ItemId.parse(row.id), type: row.type as ItemType, revision: revisionOf(revision), factIds }]
  })
}
