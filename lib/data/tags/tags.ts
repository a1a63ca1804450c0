import 'server-only'
import { type DeckId, FactId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

export type DeckTagged =
  | { readonly kind: 'tagged'; readonly name: string }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'too-many' }

/** What fits on a row. */
export const MOST_TAGS = 20

/** Adds a tag of the viewer's own to a deck that they may see. Doing so again changes nothing. */
export async function tagDeck(viewer: Viewer, deckId: DeckId, name: string): Promise<DeckTagged> {
  const { learnerId } = viewer
  return db().$transaction(async (tx) => {
    const seen = await tx.deck.count({ where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } })
    if (seen === 0) return { kind: 'rejected', reason: 'not-found' }
    const spelt = await spellingOf(tx, viewer, name)
    const tags = await tx.deckTag.count({ where: { learnerId, deckId, NOT: { name: spelt } } })
    if (tags >= MOST_TAGS) return { kind: 'rejected', reason: 'too-many' }
    const tag = { learnerId, deckId, name: spelt }
    await tx.deckTag.upsert({ where: { learnerId_deckId_name: tag }, create: tag, update: {} })
    return { kind: 'tagged', name: spelt }
  })
}

/** Removes a tag of the viewer's own; without effect where there is none. */
export async function untagDeck(viewer: Viewer, deckId: DeckId, name: string): Promise<void> {
  await db().deckTag.deleteMany({ where: { learnerId: viewer.learnerId, deckId, name } })
}

/** The viewer's tags of decks, by deck. */
export async function tagsByDeck(viewer: Viewer | null): Promise<ReadonlyMap<string, readonly string[]>> {
  if (!viewer) return new Map()
  const rows = await db().deckTag.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { name: 'asc' } })
  const tags = new Map<string, string[]>()
  for (const { deckId, name } of rows) tags.set(deckId, [...(tags.get(deckId) ?? []), name])
  return tags
}

/** The viewer's tags of decks and facts, each once, in alphabetical order. */
export async function usedTags(viewer: Viewer): Promise<readonly string[]> {
  const { learnerId } = viewer
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT name FROM "DeckTag" WHERE "learnerId" = ${learnerId}::uuid
    UNION SELECT name FROM "FactTag" WHERE "learnerId" = ${learnerId}::uuid`
  return rows.map(({ name }) => name).sort((a, b) => a.localeCompare(b))
}

/** A tag that is used already keeps its spelling: Rivers and rivers are the same tag. */
export async function spellingOf(tx: Tx, viewer: Viewer, name: string): Promise<string> {
  const where = { learnerId: viewer.learnerId, name: { equals: escapeLike(name), mode: 'insensitive' as const } }
  const used = (await tx.deckTag.findFirst({ where })) ?? (await tx.factTag.findFirst({ where }))
  return used?.name ?? name
}

// Prisma compares without case by ILIKE.
const escapeLike = (name: string): string => name.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

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
