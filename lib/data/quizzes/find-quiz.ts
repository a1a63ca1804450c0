import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { type AssignmentId, AttemptId, DeckId, QuizId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { type FoundAssignment, findAssignmentOf } from './find-assignment-of'
import { quizzesVisibleTo } from './quizzes-visible-to'

/** What the start card says. No question is in it. */
export type QuizHead = {
  readonly id: QuizId
  readonly title: string
  readonly deckId: DeckId
  readonly mode: QuizMode
  /** Its owner chooses the mode at the start; who was given the quiz does not. */
  readonly mayChooseMode: boolean
  readonly questions: number
  readonly assignment: FoundAssignment | null
  /** An attempt of the viewer that was not handed in. */
  readonly openAttemptId: AttemptId | null
}

export async function findQuiz(
  viewer: Viewer,
  quizId: QuizId,
  assignmentId: AssignmentId | null,
  now: Date,
): Promise<QuizHead | null> {
  const { learnerId } = viewer
  const quiz = await db().quiz.findFirst({
    where: { AND: [{ id: quizId }, quizzesVisibleTo(viewer)] },
    include: {
      _count: { select: { questions: true } },
      attempts: { where: { learnerId, submittedAt: null }, orderBy: { startedAt: 'desc' }, take: 1 },
    },
  })
  if (!quiz) return null
  const [open] = quiz.attempts
  const assignment = await findAssignmentOf(viewer, quizId, assignmentId, now)
  return {
    id: QuizId.parse(quiz.id),
    title: quiz.title,
    deckId: DeckId.parse(quiz.deckId),
    mode: quiz.mode,
    mayChooseMode: quiz.ownerId === learnerId && !assignment,
    questions: quiz._count.questions,
    assignment,
    openAttemptId: open ? AttemptId.parse(open.id) : null,
  }
}
