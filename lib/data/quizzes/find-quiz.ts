import 'server-only'
import { AssignmentId, AttemptId, DeckId, QuizId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { decksVisibleTo } from '@/lib/data/decks/deck-access'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { QuizMode } from './create-quiz'

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
  const assignment = await findAssignment(viewer, quizId, assignmentId, now)
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

type FoundAssignment = {
  readonly id: AssignmentId
  readonly className: string
  readonly dueAt: Date | null
  readonly isOpen: boolean
}

/** The assignment by which a learner was given a quiz: the one named, else the newest. Null for who was not given it. */
async function findAssignment(
  viewer: Viewer,
  quizId: QuizId,
  assignmentId: AssignmentId | null,
  now: Date,
): Promise<FoundAssignment | null> {
  const named = assignmentId ? { id: assignmentId } : {}
  const found = await db().assignment.findFirst({
    where: {
      ...named,
      quizId,
      class: { memberships: { some: { learnerId: viewer.learnerId, role: 'learner' } } },
    },
    orderBy: { opensAt: 'desc' },
    include: { class: { select: { name: true, endedAt: true } } },
  })
  if (!found) return null
  return {
    id: AssignmentId.parse(found.id),
    className: found.class.name,
    dueAt: found.dueAt,
    isOpen: found.opensAt <= now && found.class.endedAt === null,
  }
}

/** Own quizzes on decks that are still visible, and those assigned to a class that the viewer is in. */
export function quizzesVisibleTo(viewer: Viewer): Prisma.QuizWhereInput {
  const { learnerId } = viewer
  return {
    OR: [
      { ownerId: learnerId, deck: decksVisibleTo(viewer) },
      { assignments: { some: { class: { memberships: { some: { learnerId } } } } } },
    ],
  }
}
