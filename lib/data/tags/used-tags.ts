import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { db, type Tx } from '../../db'

/** The viewer's own words for decks and facts, each once, by the alphabet. */
export async function usedTags(viewer: Viewer): Promise<readonly string[]> {
  const { learnerId } = viewer
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT name FROM "DeckTag" WHERE "learnerId" = ${learnerId}::uuid
    UNION SELECT name FROM "FactTag" WHERE "learnerId" = ${learnerId}::uuid`
  return rows.map(({ name }) => name).sort((one, other) => one.localeCompare(other))
}

/** A word that is used already keeps its spelling: Rivers and rivers are one tag. */
export async function spellingOf(tx: Tx, viewer: Viewer, name: string): Promise<string> {
  const where = { learnerId: viewer.learnerId, name: { equals: escapeLike(name), mode: 'insensitive' as const } }
  const used = (await tx.deckTag.findFirst({ where })) ?? (await tx.factTag.findFirst({ where }))
  return used?.name ?? name
}

// Prisma compares without case by ILIKE.
const escapeLike = (name: string): string => name.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
