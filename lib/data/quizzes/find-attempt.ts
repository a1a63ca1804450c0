import 'server-only'
import { Response } from '@/lib/core/grading/response'
import { AttemptId, DeckId, QuizId } from '@/lib/core/ids'
import { type PublicItem, publicItem } from '@/lib/core/item/item'
import type { Label } from '@/lib/core/item/item-label'
import type { Viewer } from '@/lib/core/people/viewer'
import { labelSplitter } from '@/lib/data/decks/shown-items'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { factIdsIn, itemAt, type LoadedAttempt, loadAttempt } from './load-attempt'

export type Verdict = 'right' | 'partly' | 'wrong'

export type AttemptQuestion = {
  readonly position: number
  /** What it is about; its stem goes without. */
  readonly label: Label | null
  /** Without key, reasons and evidence. */
  readonly item: PublicItem
  readonly given: Response | null
  /** In a test null until the attempt is handed in. */
  readonly verdict: Verdict | null
  readonly flagged: boolean
}

export type FoundAttempt = {
  readonly id: AttemptId
  readonly quizId: QuizId
  readonly deckId: DeckId
  readonly title: string
  readonly mode: QuizMode
  readonly submittedAt: Date | null
  readonly questions: readonly AttemptQuestion[]
}

/** The viewer's own attempt as it may be shown before it is handed in: public questions, what was answered and flagged. */
export async function findAttempt(viewer: Viewer, attemptId: AttemptId): Promise<FoundAttempt | null> {
  const attempt = await loadAttempt(db(), viewer, attemptId)
  if (!attempt) return null
  const apart = await labelSplitter(db(), factIdsIn(attempt))
  return {
    id: AttemptId.parse(attempt.id),
    quizId: QuizId.parse(attempt.quizId),
    deckId: DeckId.parse(attempt.quiz.deckId),
    title: attempt.quiz.title,
    mode: attempt.mode,
    submittedAt: attempt.submittedAt,
    questions: attempt.quiz.questions.map(({ position }) => questionAt(attempt, apart, position)),
  }
}

type Progress = Pick<LoadedAttempt, 'mode' | 'submittedAt'> & {
  readonly responses: readonly { readonly position: number }[]
}

/** The key, and whether the answer is right, may be shown: in practice after the answer, in a test once it is handed in. */
export function isRevealed({ mode, submittedAt, responses }: Progress, position: number): boolean {
  if (submittedAt) return true
  return mode === 'practice' && responses.some((response) => response.position === position)
}

export function verdictOf({ correct, points }: { correct: boolean; points: number }): Verdict {
  if (correct) return 'right'
  return points > 0 ? 'partly' : 'wrong'
}

type Labels = Awaited<ReturnType<typeof labelSplitter>>

function questionAt(attempt: LoadedAttempt, apart: Labels, position: number): AttemptQuestion {
  const item = itemAt(attempt, position)
  if (!item) throw new Error(`Attempt ${attempt.id} has no question ${position}.`)
  const saved = attempt.responses.find((response) => response.position === position)
  const { label, rest } = apart(item)
  return {
    position,
    label,
    item: publicItem({ ...item, stem: rest }),
    given: saved ? Response.parse(saved.response) : null,
    verdict: saved && isRevealed(attempt, position) ? verdictOf(saved) : null,
    flagged: attempt.flagged.includes(position),
  }
}

export type ListedAttempt = {
  readonly id: AttemptId
  readonly mode: QuizMode
  readonly startedAt: Date
  readonly questions: number
  readonly answered: number
  /** Null before it is handed in. */
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
