import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { AssignmentId, ClassId, LearnerId } from '@/lib/core/ids'
import { listAssignments } from './list-assignments'
import { listLearners } from './list-learners'
import { listSittings, type SittingRow } from './list-sittings'

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
