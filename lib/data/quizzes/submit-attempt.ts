import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { Response } from '@/lib/core/grading/response'
import type { AttemptId } from '@/lib/core/ids'
import { db, type Tx } from '@/lib/db'
import { rememberAnswer } from './remember-answer'
import { gradeIn, itemAt, loadSitting, lockAttempt, type Sitting } from './sitting'

export type Submitted =
  | { readonly kind: 'submitted'; readonly points: number; readonly outOf: number; readonly unanswered: number }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/**
 * Hands an attempt in. A question without an answer earns nothing and counts in the total, but says nothing about memory.
 * A test moves memory here, a practice did so with each answer. Handing in twice changes nothing.
 */
export async function submitAttempt(viewer: Viewer, attemptId: AttemptId, now: Date): Promise<Submitted> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, viewer, attemptId)
    const sitting = await loadSitting(tx, viewer, attemptId)
    if (!sitting) return { kind: 'rejected', reason: 'not-found' }
    const points = sitting.responses.reduce((sum, response) => sum + response.points, 0)
    const outOf = sitting.quiz.questions.length
    const submitted = { kind: 'submitted', points, outOf, unanswered: outOf - sitting.responses.length } as const
    if (sitting.submittedAt) return submitted
    const { learnerId } = viewer
    await tx.attempt.update({
      where: { learnerId_id: { learnerId, id: attemptId } },
      data: { submittedAt: now, points, outOf },
    })
    if (sitting.mode === 'test') await rememberAll(tx, viewer, sitting, now)
    return submitted
  })
}

async function rememberAll(tx: Tx, viewer: Viewer, sitting: Sitting, now: Date): Promise<void> {
  for (const saved of sitting.responses) {
    const item = itemAt(sitting, saved.position)
    if (!item) continue
    const score = await gradeIn(tx, sitting, item, Response.parse(saved.response))
    await rememberAnswer(tx, viewer, item, score, saved.durationMs, now)
  }
}
