import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { AttemptId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { quizzesVisibleTo } from './quizzes-visible-to'
import { loadSitting } from './sitting'

export type Retaken =
  | { readonly kind: 'started'; readonly attemptId: AttemptId }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'not-submitted' | 'no-mistakes' }

/** A practice of the same questions that were wrong, in part right or not answered, in the order asked. */
export async function retakeMistakes(viewer: Viewer, attemptId: AttemptId, now: Date): Promise<Retaken> {
  const { learnerId } = viewer
  return db().$transaction(async (tx) => {
    const sitting = await loadSitting(tx, viewer, attemptId)
    if (!sitting) return { kind: 'rejected', reason: 'not-found' }
    if (!sitting.submittedAt) return { kind: 'rejected', reason: 'not-submitted' }
    // A deck that was taken back from the class stays readable as a result, but not to be asked again.
    const visible = await tx.quiz.count({ where: { AND: [{ id: sitting.quizId }, quizzesVisibleTo(viewer)] } })
    if (visible === 0) return { kind: 'rejected', reason: 'not-found' }
    const right = new Set(sitting.responses.filter(({ correct }) => correct).map(({ position }) => position))
    const missed = sitting.quiz.questions.filter(({ position }) => !right.has(position))
    if (missed.length === 0) return { kind: 'rejected', reason: 'no-mistakes' }
    const quiz = await tx.quiz.create({
      data: {
        ownerId: learnerId,
        deckId: sitting.quiz.deckId,
        title: sitting.quiz.title,
        mode: 'practice',
        createdAt: now,
        questions: { create: missed.map(({ revisionId }, position) => ({ position, revisionId })) },
      },
      select: { id: true },
    })
    const attempt = await tx.attempt.create({
      data: { learnerId, quizId: quiz.id, mode: 'practice', startedAt: now },
      select: { id: true },
    })
    return { kind: 'started', attemptId: AttemptId.parse(attempt.id) }
  })
}
