import 'server-only'
import { isSameResponse, Response, type Score } from '@/lib/core/grading/response'
import { type AttemptId, FactId, ItemId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { isRecognition } from '@/lib/core/question-types/registry'
import { ratingsByFact } from '@/lib/core/quiz/ratings-by-fact'
import { type ResponseToRecord, recordResponses } from '@/lib/data/memories/record-reviews'
import { db, type Tx } from '@/lib/db'
import { type AttemptItem, gradeIn, itemAt, type LoadedAttempt, loadAttempt, lockAttempt } from './load-attempt'

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

/** Where the viewer's own attempt stands: enough to say where a press leads. */
export type AttemptState = {
  readonly mode: 'practice' | 'test'
  readonly submittedAt: Date | null
  readonly questions: number
}

export async function findAttemptState(viewer: Viewer, id: AttemptId): Promise<AttemptState | null> {
  const attempt = await db().attempt.findUnique({
    where: { learnerId_id: { learnerId: viewer.learnerId, id } },
    select: { mode: true, submittedAt: true, quiz: { select: { _count: { select: { questions: true } } } } },
  })
  return attempt && { mode: attempt.mode, submittedAt: attempt.submittedAt, questions: attempt.quiz._count.questions }
}

/**
 * Saves one answer. In practice it is final and moves the memory of every fact that it tests, in the same transaction; the
 * same answer sent twice is one. In a test it can change until the attempt is handed in, and an empty one takes it back.
 */
export async function answerQuestion(viewer: Viewer, given: GivenAnswer, now: Date): Promise<Answered> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, viewer, given.attemptId)
    const attempt = await loadAttempt(tx, viewer, given.attemptId)
    const item = attempt ? itemAt(attempt, given.position) : null
    if (!attempt || !item) return reject('not-found')
    const score = await gradeIn(tx, attempt, item, given.response)
    if (score.kind === 'invalid') return reject('not-offered')
    if (attempt.mode === 'practice') return answerForGood(tx, viewer, attempt, item, given, score, now)
    return answerForNow(tx, attempt, given, score, now)
  })
}

type Decided = Exclude<Score, { kind: 'invalid' }>

async function answerForGood(
  tx: Tx,
  viewer: Viewer,
  attempt: LoadedAttempt,
  item: AttemptItem,
  given: GivenAnswer,
  score: Decided,
  now: Date,
): Promise<Answered> {
  const before = attempt.responses.find(({ position }) => position === given.position)
  if (before) {
    const same = score.kind === 'graded' && isSameResponse(Response.parse(before.response), given.response)
    return same
      ? { kind: 'saved', score, repeated: true }
      : reject(attempt.submittedAt ? 'submitted' : 'already-answered')
  }
  if (attempt.submittedAt) return reject('submitted')
  if (score.kind === 'unanswered') return reject('unanswered')
  await saveResponse(tx, attempt, given, score, now)
  await rememberAnswer(tx, viewer, item, score, given.durationMs ?? null, now)
  return { kind: 'saved', score, repeated: false }
}

async function answerForNow(
  tx: Tx,
  attempt: LoadedAttempt,
  given: GivenAnswer,
  score: Decided,
  now: Date,
): Promise<Answered> {
  if (attempt.submittedAt) return reject('submitted')
  if (score.kind === 'graded') await saveResponse(tx, attempt, given, score, now)
  else {
    const { learnerId, id: attemptId } = attempt
    await tx.response.deleteMany({ where: { learnerId, attemptId, position: given.position } })
  }
  return { kind: 'saved', score: null, repeated: false }
}

async function saveResponse(
  tx: Tx,
  attempt: LoadedAttempt,
  given: GivenAnswer,
  score: Extract<Score, { kind: 'graded' }>,
  now: Date,
): Promise<void> {
  const question = attempt.quiz.questions.find(({ position }) => position === given.position)
  if (!question) throw new Error(`Quiz ${attempt.quizId} has no question ${given.position}.`)
  const id = { learnerId: attempt.learnerId, attemptId: attempt.id, position: given.position }
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

/** One review for each fact that the question tested. */
export async function rememberAnswer(
  tx: Tx,
  viewer: Viewer,
  item: AttemptItem,
  score: Score,
  durationMs: number | null,
  now: Date,
): Promise<void> {
  const asked = isRecognition(item.type) ? 'recognition' : 'recall'
  const responses = [...ratingsByFact(item, score)].map(([factId, rating]): ResponseToRecord => {
    const named = { factId: FactId.parse(factId), itemId: ItemId.parse(item.id), revisionId: item.revisionId }
    return { ...named, rating, asked, durationMs }
  })
  await recordResponses(tx, viewer, responses, now)
}

export type Flagged =
  | { readonly kind: 'saved' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'submitted' }

/** Flags a question to look at again, or takes the flag off. */
export async function flagQuestion(
  viewer: Viewer,
  attemptId: AttemptId,
  position: number,
  flagged: boolean,
): Promise<Flagged> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, viewer, attemptId)
    const attempt = await loadAttempt(tx, viewer, attemptId)
    if (!attempt?.quiz.questions.some((question) => question.position === position)) {
      return { kind: 'rejected', reason: 'not-found' }
    }
    if (attempt.submittedAt) return { kind: 'rejected', reason: 'submitted' }
    const rest = attempt.flagged.filter((candidate) => candidate !== position)
    await tx.attempt.update({
      where: { learnerId_id: { learnerId: viewer.learnerId, id: attemptId } },
      data: { flagged: (flagged ? [...rest, position] : rest).sort((a, b) => a - b) },
    })
    return { kind: 'saved' }
  })
}
