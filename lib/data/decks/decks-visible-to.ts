import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { Prisma } from '../../generated/prisma/client'

/**
 * Own, shipped, assigned to a class that the viewer is in, or opened by a link that its owner has not taken back. A stranger
 * sees what is shipped.
 */
export function decksVisibleTo(viewer: Viewer | null): Prisma.DeckWhereInput {
  if (!viewer) return { ownerId: null }
  const { learnerId } = viewer
  return {
    OR: [
      { ownerId: null },
      { ownerId: learnerId },
      { assignments: { some: { class: { memberships: { some: { learnerId } } } } } },
      decksSharedWith(viewer),
    ],
  }
}

/** The viewer came by the link, and it still stands. */
export function decksSharedWith({ learnerId }: Viewer) {
  return { share: { isNot: null }, readers: { some: { learnerId } } } satisfies Prisma.DeckWhereInput
}

/**
 * The ids of the same decks, as a query. Each part is found by an index: an OR would look at every deck that there is.
 */
export function visibleDeckIds(viewer: Viewer | null): Prisma.Sql {
  const shipped = Prisma.sql`SELECT "id" FROM "Deck" WHERE "ownerId" IS NULL`
  return viewer ? Prisma.sql`${shipped} UNION ${notShipped(viewer)}` : shipped
}

/** The same again for one deck `d` at hand. */
export function deckIsVisible({ learnerId }: Viewer): Prisma.Sql {
  return Prisma.sql`(
    d."ownerId" IS NULL OR d."ownerId" = ${learnerId}::uuid
    OR EXISTS (
      SELECT 1 FROM "Assignment" a JOIN "Membership" m ON m."classId" = a."classId"
      WHERE a."deckId" = d."id" AND m."learnerId" = ${learnerId}::uuid)
    OR EXISTS (
      SELECT 1 FROM "DeckReader" r JOIN "DeckShare" s ON s."deckId" = r."deckId"
      WHERE r."deckId" = d."id" AND r."learnerId" = ${learnerId}::uuid))`
}

export function deckIsStudied(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(${deckIsVisible(viewer)} AND (d."ownerId" IS NOT NULL OR EXISTS (
    SELECT 1 FROM "DeckProgress" p WHERE p."learnerId" = ${viewer.learnerId}::uuid AND p."deckId" = d."id")))`
}

/** Of these those that are the viewer's to study: what is shipped only once it was begun. */
export function studiedDeckIds(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`
    SELECT d."id" FROM "DeckProgress" p JOIN "Deck" d ON d."id" = p."deckId"
    WHERE p."learnerId" = ${viewer.learnerId}::uuid AND d."ownerId" IS NULL
    UNION ${notShipped(viewer)}`
}

function notShipped({ learnerId }: Viewer): Prisma.Sql {
  return Prisma.sql`
    SELECT "id" FROM "Deck" WHERE "ownerId" = ${learnerId}::uuid
    UNION
    SELECT a."deckId" FROM "Membership" m JOIN "Assignment" a ON a."classId" = m."classId"
    WHERE m."learnerId" = ${learnerId}::uuid
    UNION
    SELECT r."deckId" FROM "DeckReader" r JOIN "DeckShare" s ON s."deckId" = r."deckId"
    WHERE r."learnerId" = ${learnerId}::uuid`
}

/** Only its owner keeps a deck; what is shipped is nobody's to change. */
export function decksEditableBy(viewer: Viewer): Prisma.DeckWhereInput {
  return { ownerId: viewer.learnerId }
}

/** Whose questions may be taken away with their keys: by whoever keeps the deck, and whoever teaches a class that has it. */
export function decksWithKeysFor({ learnerId }: Viewer): Prisma.DeckWhereInput {
  const teaching = { memberships: { some: { learnerId, role: 'teacher' as const } } }
  return { OR: [{ ownerId: learnerId }, { assignments: { some: { class: teaching } } }] }
}
