import type { ExamPlan } from './plan-exam'
import type { Readiness } from './readiness'

/** How ready a learner is for an exam, would be, and what to do for it. */
export type ExamStatus = {
  /** Study days until the exam: 0 today, negative when it is over. */
  readonly days: number
  /** Share of the facts to be recalled on the day, 0 to 1. */
  readonly target: number
  /** Those of the deck that study asks: readiness and plan are over them alone. */
  readonly facts: number
  /** Facts of the deck beside them: asked in quizzes only. */
  readonly quizOnly: number
  readonly now: Readiness
  /** On the day, if nothing more is done. */
  readonly idle: Readiness
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
}
