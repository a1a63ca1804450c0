import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { isSameResponse, Response, type Score } from '@/lib/core/grading/response'
import type { AttemptId } from '@/lib/core/ids'
import { db, type Tx } from '@/lib/db'
import { rememberAnswer } from './remember-answer'
import { type AskedItem, gradeIn, itemAt, loadSitting, lockAttempt, type Sitting } from './sitting'

export type GivenAnswer = {
  readonly attemptId: AttemptId
  readonly position: number
  readonly response: Response
  readonly durationMs?: number
}

export type Answered =
  /** `score` is null in a test: nothing is revealed until it is handed in. */
  | { readonly kind: 'saved'; readonly score: Extract<Score, { kind: 'graded' }> | null; readonly repeated: boolean }
  | {
      readonly kind: 'rejected'
      readonly reason: 'not-found' | 'unanswered' | 'not-offered' | 'already-answered' | 'submitted'
    }

/**
 * Saves one answer. In practice it is final and moves the memory of every fact that it tests, in the same transaction; the
 * same answer sent twice is one. In a test it can change until the attempt is handed in, and an empty one takes it back.
 */
export async function answerQuestion(viewer: Viewer, given: GivenAnswer, now: Date): Promise<Answered> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, viewer, given.attemptId)
    const sitting = await loadSitting(tx, viewer, given.attemptId)
    const item = sitting ? itemAt(sitting, given.position) : null
    if (!sitting || !item) return reject('not-found')
    const score = await gradeIn(tx, sitting, item, given.response)
    if (score.kind === 'invalid') return reject('not-offered')
    if (sitting.mode === 'practice') return answerForGood(tx, viewer, sitting, item, given, score, now)
    return answerForNow(tx, sitting, given, score, now)
  })
}

type Decided = Exclude<Score, { kind: 'invalid' }>

async function answerForGood(
  tx: Tx,
  viewer: Viewer,
  sitting: Sitting,
  item: AskedItem,
  given: GivenAnswer,
  score: Decided,
  now: Date,
): Promise<Answered> {
  const before = sitting.responses.find(({ position }) => position === given.position)
  if (before) {
    const same = score.kind === 'graded' && isSameResponse(Response.parse(before.response), given.response)
    return same
      ? { kind: 'saved', score, repeated: true }
      : reject(sitting.submittedAt ? 'submitted' : 'already-answered')
  }
  if (sitting.submittedAt) return reject('submitted')
  if (score.kind === 'unanswered') return reject('unanswered')
  await saveResponse(tx, sitting, given, score, now)
  await rememberAnswer(tx, viewer, item, score, given.durationMs ?? null, now)
  return { kind: 'saved', score, repeated: false }
}

async function answerForNow(
  tx: Tx,
  sitting: Sitting,
  given: GivenAnswer,
  score: Decided,
  now: Date,
): Promise<Answered> {
  if (sitting.submittedAt) return reject('submitted')
  if (score.kind === 'graded') await saveResponse(tx, sitting, given, score, now)
  else {
    const { learnerId, id: attemptId } = sitting
    await tx.response.deleteMany({ where: { learnerId, attemptId, position: given.position } })
  }
  return { kind: 'saved', score: null, repeated: false }
}

async function saveResponse(
  tx: Tx,
  sitting: Sitting,
  given: GivenAnswer,
  score: Extract<Score, { kind: 'graded' }>,
  now: Date,
): Promise<void> {
  const question = sitting.quiz.questions.find(({ position }) => position === given.position)
  if (!question) throw new Error(`Quiz ${sitting.quizId} has no question ${given.position}.`)
  const id = { learnerId: sitting.learnerId, attemptId: sitting.id, position: given.position }
  const data = {
    revisionId: question.revisionId,
    response: { ...given.response },
    points: score.points,
    correct: score.correct,
    answeredAt: now,
    durationMs: given.durationMs ?? null,
  }
  await tx.response.upsert({
    where: { learnerId_attemptId_position: id },
    create: { ...id, ...data },
    update: data,
  })
}

function reject(reason: Extract<Answered, { kind: 'rejected' }>['reason']): Answered {
  return { kind: 'rejected', reason }
}
