import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { type AssignmentId, AttemptId, type QuizId } from '@/lib/core/ids'
import { lockLearner } from '@/lib/data/study/save-memory'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { findQuiz } from './find-quiz'

export type StartedAttempt =
  | { readonly kind: 'started'; readonly attemptId: AttemptId; readonly resumed: boolean }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'not-open' }

/**
 * Begins a sitting, or goes on with the one that was begun in this mode: pressing Start twice is one attempt. `mode` is
 * heard only where the viewer may choose it.
 */
export async function startAttempt(
  viewer: Viewer,
  quizId: QuizId,
  assignmentId: AssignmentId | null,
  now: Date,
  mode?: QuizMode,
): Promise<StartedAttempt> {
  const quiz = await findQuiz(viewer, quizId, assignmentId, now)
  if (!quiz || (assignmentId && !quiz.assignment)) return { kind: 'rejected', reason: 'not-found' }
  if (quiz.assignment && !quiz.assignment.isOpen) return { kind: 'rejected', reason: 'not-open' }
  const { learnerId } = viewer
  const sitting = {
    learnerId,
    quizId,
    assignmentId: quiz.assignment?.id ?? null,
    mode: (quiz.mayChooseMode ? mode : null) ?? quiz.mode,
  }
  return db().$transaction(async (tx) => {
    await lockLearner(tx, learnerId)
    const open = await tx.attempt.findFirst({
      where: { ...sitting, submittedAt: null },
      orderBy: { startedAt: 'desc' },
    })
    if (open) return { kind: 'started', attemptId: AttemptId.parse(open.id), resumed: true }
    const made = await tx.attempt.create({ data: { ...sitting, startedAt: now }, select: { id: true } })
    return { kind: 'started', attemptId: AttemptId.parse(made.id), resumed: false }
  })
}
