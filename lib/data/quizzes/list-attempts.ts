import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { AttemptId, type DeckId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'

export type ListedAttempt = {
  readonly id: AttemptId
  readonly mode: QuizMode
  readonly startedAt: Date
  readonly questions: number
  readonly answered: number
  /** Null while it goes on. */
  readonly result: { readonly points: number; readonly outOf: number; readonly submittedAt: Date } | null
}

const MOST_LISTED = 20

/** The viewer's own attempts at quizzes on a deck, newest first. A stranger has none. */
export async function listAttempts(viewer: Viewer | null, deckId: DeckId): Promise<readonly ListedAttempt[]> {
  if (!viewer) return []
  const rows = await db().attempt.findMany({
    where: { learnerId: viewer.learnerId, quiz: { deckId } },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take: MOST_LISTED,
    include: {
      quiz: { select: { _count: { select: { questions: true } } } },
      _count: { select: { responses: true } },
    },
  })
  return rows.map((row) => ({
    id: AttemptId.parse(row.id),
    mode: row.mode,
    startedAt: row.startedAt,
    questions: row.quiz._count.questions,
    answered: row._count.responses,
    result: row.submittedAt
      ? { points: row.points ?? 0, outOf: row.outOf ?? row.quiz._count.questions, submittedAt: row.submittedAt }
      : null,
  }))
}
