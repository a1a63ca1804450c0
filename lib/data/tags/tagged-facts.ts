import 'server-only'
import { FactId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

type Tagged = { readonly factId: string; readonly name: string }

/** The viewer's tags by fact, as `taggedFacts` finds them. */
export async function tagsByFact(
  viewer: Viewer | null,
  factIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (!viewer || factIds.length === 0) return new Map()
  const { learnerId } = viewer
  const named = { factId: { in: [...factIds] } }
  const asked = { deck: { AND: [decksVisibleTo(viewer), { asked: { some: named } }] } }
  const [own, decks] = await Promise.all([
    db().factTag.findMany({ where: { learnerId, ...named }, select: { factId: true, name: true } }),
    db().deckTag.findMany({ where: { learnerId, ...asked }, select: { deckId: true, name: true } }),
  ])
  const deckIds = [...new Set(decks.map(({ deckId }) => deckId))]
  const rows = await db().deckFact.findMany({ where: { deckId: { in: deckIds }, ...named } })
  const ofDecks = rows.flatMap(({ factId, deckId }): Tagged[] =>
    decks.filter((tag) => tag.deckId === deckId).map(({ name }) => ({ factId, name })),
  )
  const byFact = new Map<string, Set<string>>()
  for (const { factId, name } of [...own, ...ofDecks]) byFact.set(factId, (byFact.get(factId) ?? new Set()).add(name))
  return new Map([...byFact].map(([factId, names]) => [factId, [...names].sort()]))
}

/** The facts with a tag of the viewer's: their own, or that of a deck that asks them and that the viewer may see. */
export async function taggedFacts(viewer: Viewer, name: string): Promise<readonly FactId[]> {
  const tagged = { tags: { some: { learnerId: viewer.learnerId, name } } }
  const asked = { inDecks: { some: { deck: { AND: [decksVisibleTo(viewer), tagged] } } } }
  const rows = await db().fact.findMany({ where: { OR: [tagged, asked] }, select: { id: true } })
  return rows.map(({ id }) => FactId.parse(id))
}
