import 'server-only'
import { masteryOf } from '../../core/memory/scheduling/mastery'
import type { Mastery } from '../../core/memory/scheduling/memory'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { MEMORY_PARTS, type MemoryParts, memoryOfParts } from '../memories/memory-rows'

export type DeckMastery = {
  /** Facts in one patch. */
  readonly each: number
  /** In the document's order. What holds several facts has no label. */
  readonly patches: readonly { readonly mastery: Mastery; readonly label: string }[]
}
export const NO_MASTERY: DeckMastery = { each: 1, patches: [] }

/** Three rows on a wide screen; a deck of more facts has several to a patch. */
const MOST_PATCHES = 120

type Row = { readonly id: string; readonly documentId: string; readonly facts: number }
type Known = readonly [label: string, memory: MemoryParts | null]

/** The patchwork of some decks that the viewer may see: how far each fact, or stretch of facts, has come. */
export async function deckMastery(
  viewer: Viewer | null,
  decks: readonly Row[],
  now: Date,
): Promise<ReadonlyMap<string, DeckMastery>> {
  if (decks.length === 0) return new Map()
  const rows = await readFacts(viewer, decks)
  const sizes = new Map(decks.map((deck) => [deck.id, eachOf(deck)]))
  return new Map(rows.map(({ deckId, facts }) => [deckId, masteryOfFacts(facts ?? [], sizes.get(deckId) ?? 1, now)]))
}

const eachOf = ({ facts }: Row) => Math.ceil(facts / MOST_PATCHES)

/**
 * Of each deck its facts in their order, as one value: rows cost more than what is in them. OFFSET has the facts and the
 * memories of a document read side by side as they lie there: one by one they are all over the disk, and a database without
 * statistics would read all that there are.
 */
function readFacts(viewer: Viewer | null, decks: readonly Row[]) {
  const own = viewer ? Prisma.sql`"learnerId" = ${viewer.learnerId}::uuid` : Prisma.sql`FALSE`
  const labelled = decks.filter((deck) => eachOf(deck) === 1).map(({ id }) => id)
  return db().$queryRaw<{ deckId: string; facts: Known[] | null }[]>`
    SELECT d."id" AS "deckId", q."facts" FROM "Deck" d CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(
        CASE WHEN d."id" = ANY (${labelled}::uuid[]) THEN f."statement" ELSE '' END,
        CASE WHEN m."factId" IS NOT NULL THEN ${MEMORY_PARTS} END
      ) ORDER BY f."position") AS "facts"
      FROM (SELECT "factId" FROM "DeckFact" WHERE "deckId" = d."id" OFFSET 0) x
      JOIN (SELECT * FROM "Fact" WHERE "documentId" = d."documentId" OFFSET 0) f ON f."id" = x."factId"
      LEFT JOIN (SELECT * FROM "Memory" WHERE ${own} AND "documentId" = d."documentId" OFFSET 0) m
        ON m."factId" = x."factId"
    ) q WHERE d."id" = ANY (${decks.map(({ id }) => id)}::uuid[])`
}

function masteryOfFacts(facts: readonly Known[], each: number, now: Date): DeckMastery {
  const known = facts.map(([label, parts]) => ({ mastery: parts ? masteryOf(memoryOfParts(parts), now) : 0, label }))
  if (each === 1) return { each, patches: known }
  const stretches = Array.from({ length: Math.ceil(known.length / each) }, (_, at) =>
    known.slice(at * each, (at + 1) * each),
  )
  return {
    each,
    patches: stretches.map((some) => ({ mastery: meanOf(some.map(({ mastery }) => mastery)), label: '' })),
  }
}

/** Rounded down: a patch claims no more than its facts do. But what was begun is not blank. */
function meanOf(masteries: readonly Mastery[]): Mastery {
  const sum = masteries.reduce<number>((total, mastery) => total + mastery, 0)
  return Math.max(Math.min(1, sum), Math.floor(sum / masteries.length)) as Mastery
}
