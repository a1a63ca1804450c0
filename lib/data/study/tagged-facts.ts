import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/decks-visible-to'

/** The facts under one of the viewer's own words: it lies on them, or on a deck of theirs that the viewer may see. */
export async function taggedFacts(viewer: Viewer, name: string): Promise<readonly FactId[]> {
  const { learnerId } = viewer
  const decks = await db().deck.findMany({
    where: { AND: [decksVisibleTo(viewer), { tags: { some: { learnerId, name } } }] },
    select: { documentId: true },
  })
  const rows = await db().fact.findMany({
    where: {
      OR: [
        { tags: { some: { learnerId, name } } },
        { retired: false, documentId: { in: decks.map(({ documentId }) => documentId) } },
      ],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => FactId.parse(id))
}
