import 'server-only'
import type { FactId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'

/**
 * Decks that the viewer may see. The view `DeckAccess` in the migration holds the rule: their own, those that ship with the
 * app, those of a class that they are in, and those that they opened by a link that is still valid. A stranger sees what
 * ships with the app.
 */
export function decksVisibleTo(viewer: Viewer | null): Prisma.DeckWhereInput {
  return viewer ? { access: { some: { learnerId: viewer.learnerId } } } : SHIPPED
}

const SHIPPED = { ownerId: null } satisfies Prisma.DeckWhereInput

/** The ids of the same decks, for SQL. */
export function visibleDeckIds(viewer: Viewer | null): Prisma.Sql {
  if (!viewer) return Prisma.sql`SELECT "id" FROM "Deck" WHERE "ownerId" IS NULL`
  return Prisma.sql`SELECT a."deckId" AS "id" FROM "DeckAccess" a WHERE a."learnerId" = ${viewer.learnerId}::uuid`
}

/** Those of them that the viewer studies: what ships with the app only once they have begun it. */
export function studiedDeckIds(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`${visibleDeckIds(viewer)} AND (a."by" <> 'shipped' OR EXISTS (
    SELECT 1 FROM "DeckProgress" p WHERE p."learnerId" = a."learnerId" AND p."deckId" = a."deckId"))`
}

/** Whether the deck `d` of a query is among decks. OFFSET makes PostgreSQL look for this deck instead of listing them all. */
export function deckIsAmong(deckIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM (${deckIds}) among WHERE among."id" = d."id" OFFSET 0)`
}

/** Decks that the viewer opened by a link that is still valid. */
export function decksSharedWith({ learnerId }: Viewer) {
  return { access: { some: { learnerId, by: 'link' } } } satisfies Prisma.DeckWhereInput
}

/** Only its owner edits a deck; nobody edits what ships with the app. */
export function decksEditableBy(viewer: Viewer): Prisma.DeckWhereInput {
  return { ownerId: viewer.learnerId }
}

/** Decks whose questions the viewer may take away with their keys: their own, and those of a class that they teach. */
export function decksWithKeysFor({ learnerId }: Viewer): Prisma.DeckWhereInput {
  const teaching = { memberships: { some: { learnerId, role: 'teacher' as const } } }
  return { OR: [{ ownerId: learnerId }, { assignments: { some: { class: teaching } } }] }
}

/** Decks that the viewer may assign: their own and what ships with the app. Not those that another teacher assigned. */
export function decksAssignableBy(viewer: Viewer): Prisma.DeckWhereInput {
  return { OR: [decksEditableBy(viewer), SHIPPED] }
}

/**
 * Decks that the viewer may copy: their own, what ships with the app, and what they opened by a link. A copy shows its owner the
 * keys of its questions, so nobody copies a document whose questions a class asks them; any deck of it counts.
 */
export function decksCopyableBy(viewer: Viewer | null): Prisma.DeckWhereInput {
  if (!viewer) return SHIPPED
  const learning = { memberships: { some: { learnerId: viewer.learnerId, role: 'learner' as const } } }
  const isAsked = { document: { decks: { some: { assignments: { some: { class: learning } } } } } }
  return {
    OR: [decksEditableBy(viewer), { OR: [SHIPPED, decksSharedWith(viewer)], NOT: isAsked }],
  }
}

/** Whether a stranger may study one of these facts. */
export async function mayStrangerStudy(factIds: readonly FactId[]): Promise<boolean> {
  const found = await db().fact.findFirst({
    where: { id: { in: [...factIds] }, document: { decks: { some: decksVisibleTo(null) } } },
    select: { id: true },
  })
  return found !== null
}
