import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { AssignmentId, type QuizId } from '@/lib/core/ids'
import { db } from '@/lib/db'

export type FoundAssignment = {
  readonly id: AssignmentId
  readonly className: string
  readonly dueAt: Date | null
  readonly isOpen: boolean
}

/** The assignment by which a learner was given a quiz: the one named, else the newest. Null for who was not given it. */
export async function findAssignmentOf(
  viewer: Viewer,
  quizId: QuizId,
  assignmentId: AssignmentId | null,
  now: Date,
): Promise<FoundAssignment | null> {
  const named = assignmentId ? { id: assignmentId } : {}
  const found = await db().assignment.findFirst({
    where: {
      ...named,
      quizId,
      class: { memberships: { some: { learnerId: viewer.learnerId, role: 'learner' } } },
    },
    orderBy: { opensAt: 'desc' },
    include: { class: { select: { name: true, endedAt: true } } },
  })
  if (!found) return null
  return {
    id: AssignmentId.parse(found.id),
    className: found.class.name,
    dueAt: found.dueAt,
    isOpen: found.opensAt <= now && found.class.endedAt === null,
  }
}
