import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { decksVisibleTo } from '@/lib/data/decks/deck-access'
import type { Prisma } from '@/lib/generated/prisma/client'

/** Own quizzes on decks that are still visible, and those assigned to a class that the viewer is in. */
export function quizzesVisibleTo(viewer: Viewer): Prisma.QuizWhereInput {
  const { learnerId } = viewer
  return {
    OR: [
      { ownerId: learnerId, deck: decksVisibleTo(viewer) },
      { assignments: { some: { class: { memberships: { some: { learnerId } } } } } },
    ],
  }
}
