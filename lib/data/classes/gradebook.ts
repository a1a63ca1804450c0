import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { AssignmentId, AttemptId, type ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { listAssignments } from './assignments'
import { classesTaughtBy, learnersTaughtBy } from './class-access'
import { listLearners } from './learners'

export type Gradebook = {
  /** Quizzes of the class, oldest first. */
  readonly quizzes: readonly {
    readonly assignmentId: AssignmentId
    readonly title: string
    readonly dueAt: Date | null
  }[]
  readonly learners: readonly {
    readonly learnerId: LearnerId
    readonly name: string
    /** One per quiz. */
    readonly grades: readonly Grade[]
  }[]
  /** Every attempt, for the download. */
  readonly sittings: readonly SittingRow[]
}
export type Grade =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  /** The best of the attempts handed in. */
  | { readonly kind: 'graded'; readonly points: number; readonly outOf: number; readonly attempts: number }

/** Attempts with points, by learner and quiz. Empty for everyone but the teacher of the class. */
export async function gradebook(viewer: Viewer, classId: ClassId, now: Date): Promise<Gradebook> {
  const learners = await listLearners(viewer, classId)
  const sittings = await listSittings(viewer, classId)
  const assigned = learners.length > 0 ? await listAssignments(viewer, classId, now) : []
  const quizzes = assigned
    .filter((assignment) => assignment.kind === 'quiz')
    .map(({ assignmentId, title, dueAt }) => ({ assignmentId, title, dueAt }))
    .reverse()
  return {
    quizzes,
    learners: learners.map(({ learnerId, name }) => ({
      learnerId,
      name,
      grades: quizzes.map(({ assignmentId }) =>
        gradeOf(sittings.filter((one) => one.learnerId === learnerId && one.assignmentId === assignmentId)),
      ),
    })),
    sittings,
  }
}

function gradeOf(sittings: readonly SittingRow[]): Grade {
  const submitted = sittings.filter((sitting) => sitting.submittedAt !== null)
  const [best] = [...submitted].sort((one, other) => (other.points ?? 0) - (one.points ?? 0))
  if (best) {
    return { kind: 'graded', points: best.points ?? 0, outOf: best.outOf ?? 0, attempts: submitted.length }
  }
  return { kind: sittings.length > 0 ? 'open' : 'none' }
}

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
