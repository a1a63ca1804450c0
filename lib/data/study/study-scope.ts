import 'server-only'
import { DeckId, FactId } from '../../core/ids'
import type { Memory } from '../../core/memory/scheduling/memory'
import type { DueStatus } from '../../core/memory/session/due-rule'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { deckIsAmong, decksVisibleTo, studiedDeckIds } from '../decks/deck-access'
import { type MemoryRow, memoryColumns, memoryOf } from '../memories/memory-rows'

/** Where the facts of a session come from, and who looks: every query of Study is held to it. */
export type StudyScope = {
  readonly viewer: Viewer | null
  /** One deck; null: all that the viewer studies. */
  readonly deckId: DeckId | null
  /** The ids of its decks, as a query. */
  readonly deckIds: Prisma.Sql
  /** Holds for a deck `d` of them: quicker than to look for one deck among hundreds. */
  readonly deck: Prisma.Sql
  /** Holds for memories `m` that may be of its decks: lets one deck be found by its own index. */
  readonly memories: Prisma.Sql
}

/** Null when the viewer may not see the deck. A stranger studies one deck at a time. */
export async function studyScope(viewer: Viewer | null, deckId: DeckId | undefined): Promise<StudyScope | null> {
  if (!deckId) return viewer && allDecks(viewer)
  const where = { AND: [{ id: deckId }, decksVisibleTo(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { id: true, documentId: true } })
  return (
    deck && {
      viewer,
      deckId: DeckId.parse(deck.id),
      deckIds: Prisma.sql`SELECT ${deck.id}::uuid AS "id"`,
      deck: Prisma.sql`d."id" = ${deck.id}::uuid`,
      memories: Prisma.sql`m."documentId" = ${deck.documentId}::uuid`,
    }
  )
}

function allDecks(viewer: Viewer): StudyScope {
  const deckIds = studiedDeckIds(viewer)
  return { viewer, deckId: null, deckIds, deck: deckIsAmong(deckIds), memories: Prisma.sql`TRUE` }
}

/** As a moment goes into a query: our columns have no zone, and are UTC. */
export function moment(at: Date): Prisma.Sql {
  return Prisma.sql`${at.toISOString()}::timestamp`
}

/** Holds for a review `r` that takes none back and was not taken back itself. */
export const isActiveReview = activeReview(Prisma.sql`r`)

function activeReview(review: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${review}."reversesId" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Review" v WHERE v."learnerId" = ${review}."learnerId" AND v."reversesId" = ${review}."id"))`
}

/** Holds for a review `r` of a fact that was not new any more at a moment: what was taken back, or helped by a hint, met no fact. */
export function wasMetBefore(at: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Review" b WHERE b."learnerId" = r."learnerId" AND b."factId" = r."factId" AND b."at" < ${moment(at)}
      AND NOT b."assisted" AND ${activeReview(Prisma.sql`b`)})`
}

/** Holds for a flag `k` by which its fact is suspended, or buried until a later day. */
export function isSetAside(now: Date): Prisma.Sql {
  return Prisma.sql`(k."suspended" OR k."buriedUntil" > ${moment(now)})`
}

/** Neither suspended nor buried until a later day. Facts that are named are studied all the same. */
export function notSetAside({ viewer }: Pick<StudyScope, 'viewer'>, factId: Prisma.Sql, now: Date): Prisma.Sql {
  if (!viewer) return Prisma.sql`TRUE`
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "FactFlag" k WHERE k."learnerId" = ${viewer.learnerId}::uuid AND k."factId" = ${factId}
      AND ${isSetAside(now)})`
}

/** The deck `d."deckId"` of the scope in which a fact has a card, to be joined. */
export function deckWithCard({ deck }: StudyScope, factId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`LATERAL (
    SELECT x."deckId" FROM "DeckFact" x JOIN "Deck" d ON d."id" = x."deckId"
    WHERE x."factId" = ${factId} AND x."hasCard" AND ${deck} LIMIT 1) d`
}

/** Of these facts those that the viewer has set aside. */
export async function factsSetAside(
  viewer: Viewer | null,
  factIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (!viewer || factIds.length === 0) return new Set()
  const { learnerId } = viewer
  const rows = await db().factFlag.findMany({
    where: { learnerId, factId: { in: [...factIds] }, OR: [{ suspended: true }, { buriedUntil: { gt: now } }] },
    select: { factId: true },
  })
  return new Set(rows.map(({ factId }) => factId))
}

/** A fact that may be asked, with what the viewer remembers of it. Its words are read only once it is taken. */
export type Candidate = { readonly factId: FactId; readonly deckId: DeckId; readonly memory: Memory }
export type Picked = Candidate & { readonly dueStatus: DueStatus }

export type CandidateRow = { readonly factId: string; readonly deckId: string } & MemoryRow

/** Of memories `m`. */
export const MEMORY_COLUMNS = memoryColumns('m')

export function candidateOf(row: { factId: string; deckId: string } & (MemoryRow | { state: null })): Candidate {
  const memory = row.state === null ? memoryOf(null) : memoryOf(row)
  return { factId: FactId.parse(row.factId), deckId: DeckId.parse(row.deckId), memory }
}
