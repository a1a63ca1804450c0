import 'server-only'
import { AssignmentId, AttemptId, type ClassId, LearnerId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
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
  readonly attempts: readonly AttemptRow[]
}
export type Grade =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  /** The best of the attempts handed in. */
  | { readonly kind: 'graded'; readonly points: number; readonly outOf: number; readonly attempts: number }

/** Attempts with points, by learner and quiz. Empty for everyone but the teacher of the class. */
export async function gradebook(viewer: Viewer, classId: ClassId, now: Date): Promise<Gradebook> {
  const learners = await listLearners(viewer, classId)
  const attempts = await listClassAttempts(viewer, classId)
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
        gradeOf(attempts.filter((row) => row.learnerId === learnerId && row.assignmentId === assignmentId)),
      ),
    })),
    attempts,
  }
}

function gradeOf(attempts: readonly AttemptRow[]): Grade {
  const submitted = attempts.filter((attempt) => attempt.submittedAt !== null)
  const [best] = [...submitted].sort((a, b) => (b.points ?? 0) - (a.points ?? 0))
  if (best) {
    return { kind: 'graded', points: best.points ?? 0, outOf: best.outOf ?? 0, attempts: submitted.length }
  }
  return { kind: attempts.length > 0 ? 'open' : 'none' }
}

export type AttemptRow = {
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
export async function listClassAttempts(viewer: Viewer, classId: ClassId): Promise<AttemptRow[]> {
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
export function firstAttempts(attempts: readonly AttemptRow[]): AttemptRow[] {
  const first = new Map<string, AttemptRow>()
  for (const attempt of attempts) {
    const key = attempt.learnerId + attempt.assignmentId
    if (!first.has(key)) first.set(key, attempt)
  }
  return [...first.values()]
}
