import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { Response } from '@/lib/core/grading/response'
import { AttemptId, DeckId, QuizId } from '@/lib/core/ids'
import { type PublicItem, publicItem } from '@/lib/core/item/item'
import type { Label } from '@/lib/core/item/label'
import { labelsOver } from '@/lib/data/decks/labels-over'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { factIdsIn, itemAt, loadSitting, type Sitting } from './sitting'

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

/** The viewer's own attempt as it may be shown while it goes on: public questions, what was answered and flagged. */
export async function findAttempt(viewer: Viewer, attemptId: AttemptId): Promise<FoundAttempt | null> {
  const sitting = await loadSitting(db(), viewer, attemptId)
  if (!sitting) return null
  const apart = await labelsOver(db(), factIdsIn(sitting))
  return {
    id: AttemptId.parse(sitting.id),
    quizId: QuizId.parse(sitting.quizId),
    deckId: DeckId.parse(sitting.quiz.deckId),
    title: sitting.quiz.title,
    mode: sitting.mode,
    submittedAt: sitting.submittedAt,
    questions: sitting.quiz.questions.map(({ position }) => questionAt(sitting, apart, position)),
  }
}

type Progress = Pick<Sitting, 'mode' | 'submittedAt'> & { readonly responses: readonly { readonly position: number }[] }

/** The key, and whether the answer is right, may be shown: in practice after the answer, in a test once it is handed in. */
export function isRevealed({ mode, submittedAt, responses }: Progress, position: number): boolean {
  if (submittedAt) return true
  return mode === 'practice' && responses.some((response) => response.position === position)
}

export function verdictOf({ correct, points }: { correct: boolean; points: number }): Verdict {
  if (correct) return 'right'
  return points > 0 ? 'partly' : 'wrong'
}

type Labels = Awaited<ReturnType<typeof labelsOver>>

function questionAt(sitting: Sitting, apart: Labels, position: number): AttemptQuestion {
  const item = itemAt(sitting, position)
  if (!item) throw new Error(`Attempt ${sitting.id} has no question ${position}.`)
  const saved = sitting.responses.find((response) => response.position === position)
  const { label, rest } = apart(item)
  return {
    position,
    label,
    item: publicItem({ ...item, stem: rest }),
    given: saved ? Response.parse(saved.response) : null,
    verdict: saved && isRevealed(sitting, position) ? verdictOf(saved) : null,
    flagged: sitting.flagged.includes(position),
  }
}
