import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { AttemptId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { loadSitting, lockAttempt } from './sitting'

export type Flagged =
  | { readonly kind: 'saved' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'submitted' }

/** Marks a question to be looked at again, or takes the mark away. */
export async function flagQuestion(
  viewer: Viewer,
  attemptId: AttemptId,
  position: number,
  flagged: boolean,
): Promise<Flagged> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, viewer, attemptId)
    const sitting = await loadSitting(tx, viewer, attemptId)
    if (!sitting?.quiz.questions.some((question) => question.position === position)) {
      return { kind: 'rejected', reason: 'not-found' }
    }
    if (sitting.submittedAt) return { kind: 'rejected', reason: 'submitted' }
    const others = sitting.flagged.filter((other) => other !== position)
    await tx.attempt.update({
      where: { learnerId_id: { learnerId: viewer.learnerId, id: attemptId } },
      data: { flagged: (flagged ? [...others, position] : others).sort((a, b) => a - b) },
    })
    return { kind: 'saved' }
  })
}
