import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Prisma } from '../../generated/prisma/client'

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

/** Only its owner keeps a deck; what is shipped is nobody's to change. */
export function decksEditableBy(viewer: Viewer): Prisma.DeckWhereInput {
  return { ownerId: viewer.learnerId }
}
