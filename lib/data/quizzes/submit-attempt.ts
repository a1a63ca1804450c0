import 'server-only'
import { Response } from '@/lib/core/grading/response'
import type { AttemptId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { db, type Tx } from '@/lib/db'
import { rememberAnswer } from './answer-question'
import { gradeIn, itemAt, type LoadedAttempt, loadAttempt, lockAttempt } from './load-attempt'

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
    const attempt = await loadAttempt(tx, viewer, attemptId)
    if (!attempt) return { kind: 'rejected', reason: 'not-found' }
    const points = attempt.responses.reduce((sum, response) => sum + response.points, 0)
    const outOf = attempt.quiz.questions.length
    const submitted = { kind: 'submitted', points, outOf, unanswered: outOf - attempt.responses.length } as const
    if (attempt.submittedAt) return submitted
    const { learnerId } = viewer
    await tx.attempt.update({
      where: { learnerId_id: { learnerId, id: attemptId } },
      data: { submittedAt: now, points, outOf },
    })
    if (attempt.mode === 'test') await rememberAll(tx, viewer, attempt, now)
    return submitted
  })
}

async function rememberAll(tx: Tx, viewer: Viewer, attempt: LoadedAttempt, now: Date): Promise<void> {
  for (const saved of attempt.responses) {
    const item = itemAt(attempt, saved.position)
    if (!item) continue
    const score = await gradeIn(tx, attempt, item, Response.parse(saved.response))
    await rememberAnswer(tx, viewer, item, score, saved.durationMs, now)
  }
}
