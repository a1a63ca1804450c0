import 'server-only'
import { type AssignmentId, AttemptId, type QuizId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { lockLearner } from '@/lib/data/memories/memory-rows'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { findQuiz, quizzesVisibleTo } from './find-quiz'
import { loadAttempt } from './load-attempt'

export type StartedAttempt =
  | { readonly kind: 'started'; readonly attemptId: AttemptId; readonly resumed: boolean }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'not-open' }

/**
 * Begins an attempt, or resumes the one that was begun in this mode: pressing Start twice is one attempt. `mode` counts
 * only where the viewer may choose it.
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
  const attempt = {
    learnerId,
    quizId,
    assignmentId: quiz.assignment?.id ?? null,
    mode: (quiz.mayChooseMode ? mode : null) ?? quiz.mode,
  }
  return db().$transaction(async (tx) => {
    await lockLearner(tx, learnerId)
    const open = await tx.attempt.findFirst({
      where: { ...attempt, submittedAt: null },
      orderBy: { startedAt: 'desc' },
    })
    if (open) return { kind: 'started', attemptId: AttemptId.parse(open.id), resumed: true }
    const made = await tx.attempt.create({ data: { ...attempt, startedAt: now }, select: { id: true } })
    return { kind: 'started', attemptId: AttemptId.parse(made.id), resumed: false }
  })
}

export type Retaken =
  | { readonly kind: 'started'; readonly attemptId: AttemptId }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'not-submitted' | 'no-mistakes' }

/** A practice of the same questions that were wrong, in part right or not answered, in the order asked. */
export async function retakeMistakes(viewer: Viewer, attemptId: AttemptId, now: Date): Promise<Retaken> {
  const { learnerId } = viewer
  return db().$transaction(async (tx) => {
    const attempt = await loadAttempt(tx, viewer, attemptId)
    if (!attempt) return { kind: 'rejected', reason: 'not-found' }
    if (!attempt.submittedAt) return { kind: 'rejected', reason: 'not-submitted' }
    // A deck that was taken back from the class stays readable as a result, but not to be asked again.
    const visible = await tx.quiz.count({ where: { AND: [{ id: attempt.quizId }, quizzesVisibleTo(viewer)] } })
    if (visible === 0) return { kind: 'rejected', reason: 'not-found' }
    const right = new Set(attempt.responses.filter(({ correct }) => correct).map(({ position }) => position))
    const missed = attempt.quiz.questions.filter(({ position }) => !right.has(position))
    if (missed.length === 0) return { kind: 'rejected', reason: 'no-mistakes' }
    const quiz = await tx.quiz.create({
      data: {
        ownerId: learnerId,
        deckId: attempt.quiz.deckId,
        title: attempt.quiz.title,
        mode: 'practice',
        createdAt: now,
        questions: { create: missed.map(({ revisionId }, position) => ({ position, revisionId })) },
      },
      select: { id: true },
    })
    const practice = await tx.attempt.create({
      data: { learnerId, quizId: quiz.id, mode: 'practice', startedAt: now },
      select: { id: true },
    })
    return { kind: 'started', attemptId: AttemptId.parse(practice.id) }
  })
}
