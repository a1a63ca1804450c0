import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/decks-visible-to'

/** The facts under one of the viewer's own words: it lies on them, or on a deck that asks them and that the viewer may see. */
export async function taggedFacts(viewer: Viewer, name: string): Promise<readonly FactId[]> {
  const tagged = { tags: { some: { learnerId: viewer.learnerId, name } } }
  const asked = { inDecks: { some: { deck: { AND: [decksVisibleTo(viewer), tagged] } } } }
  const rows = await db().fact.findMany({ where: { OR: [tagged, asked] }, select: { id: true } })
  return rows.map(({ id }) => FactId.parse(id))
}
