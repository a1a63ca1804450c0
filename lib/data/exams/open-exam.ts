import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId, FactId } from '../../core/ids'
import { parametersOf } from '../../core/memory/parameters'
import type { Exam } from '../../core/memory/select-for-exam'
import { examDay } from '../../core/statistics/exam/asked-today'
import type { ExamPlan } from '../../core/statistics/exam/plan-exam'
import { type ExamDeck, examDeck } from './exam-deck'

export type OpenExam = {
  readonly facts: ExamDeck['facts']
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
  /** What the exam asks for today, as it is best asked. */
  readonly asked: readonly FactId[]
}

/** The facts of a deck as the viewer remembers them. `exam` is the viewer's own, so the deck was theirs to see. */
export async function openExam(viewer: Viewer, deckId: DeckId, exam: Exam, now: Date): Promise<OpenExam> {
  const { facts, pace } = await examDeck(viewer, deckId, now)
  const { plan, asked } = examDay(facts, exam, pace, now, parametersOf(viewer))
  return { facts, plan, asked: asked.map(({ factId }) => factId) }
}
