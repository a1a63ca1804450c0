import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { AssignmentId, AttemptId, type ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { classesTaughtBy, learnersTaughtBy } from './classes-taught-by'

export type SittingRow = {
  readonly learnerId: LearnerId
  readonly attemptId: AttemptId
  readonly assignmentId: AssignmentId
  readonly title: string
  readonly mode: 'practice' | 'test'
  /** As the class knows the learner. */
  readonly name: string
  readonly startedAt: Date
  readonly submittedAt: Date | null
  readonly points: number | null
  readonly outOf: number | null
}

/** Every attempt at a quiz of this class by those who are in it, oldest first. Empty for everyone but its teacher. */
export async function listSittings(viewer: Viewer, classId: ClassId): Promise<SittingRow[]> {
  const members = await db().membership.findMany({
    where: { classId, ...learnersTaughtBy(viewer) },
    select: { learnerId: true, name: true },
  })
  const names = new Map(members.map((member) => [member.learnerId, member.name]))
  const attempts = await db().attempt.findMany({
    where: { learnerId: { in: [...names.keys()] }, assignment: { classId, class: classesTaughtBy(viewer) } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    include: { assignment: { select: { id: true, title: true } } },
  })
  return attempts.flatMap((attempt) =>
    attempt.assignment
      ? [
          {
            learnerId: LearnerId.parse(attempt.learnerId),
            attemptId: AttemptId.parse(attempt.id),
            assignmentId: AssignmentId.parse(attempt.assignment.id),
            title: attempt.assignment.title,
            mode: attempt.mode,
            name: names.get(attempt.learnerId) ?? '',
            startedAt: attempt.startedAt,
            submittedAt: attempt.submittedAt,
            points: attempt.points,
            outOf: attempt.outOf,
          },
        ]
      : [],
  )
}

/** Of each learner and assignment the first that was begun: what they knew before they had seen the answers. */
export function firstAttempts(sittings: readonly SittingRow[]): SittingRow[] {
  const first = new Map<string, SittingRow>()
  for (const sitting of sittings) {
    const key = sitting.learnerId + sitting.assignmentId
    if (!first.has(key)) first.set(key, sitting)
  }
  return [...first.values()]
}
