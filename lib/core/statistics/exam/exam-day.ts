import type { MemoryParameters } from '../../memory/scheduling/parameters'
import { type DueStatus, dueStatusOf, dueWindows } from '../../memory/session/due-rule'
import { daysUntilExam, type Exam, reviewsForExam } from '../../memory/session/select-for-exam'
import { type ExamPlan, type Pace, planExam } from './plan-exam'
import type { ExamFact } from './simulate-study'

export type ExamDay<F extends ExamFact> = {
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
  /** The facts to study for the exam today, in order: steps, reviews with the most urgent first, new facts. */
  readonly asked: readonly F[]
}

/**
 * What an exam on a deck plans and asks for today. `facts`: those of the deck that study asks, in the order of its document;
 * `hasCardHere`: whether its card can be shown, where some are elsewhere.
 */
export function examDay<F extends ExamFact>(
  facts: readonly F[],
  exam: Exam,
  pace: Pace,
  now: Date,
  parameters: MemoryParameters,
  hasCardHere: (fact: F) => boolean = () => true,
): ExamDay<F> {
  const plan = planExam(facts, exam, pace, now, parameters)
  if (daysUntilExam(exam, now, parameters) < 0) return { plan, asked: [] }
  const cards = facts.filter((fact) => fact.studied && hasCardHere(fact))
  const windows = dueWindows(now, parameters)
  const withStatus = (wanted: DueStatus) => cards.filter(({ memory }) => dueStatusOf(memory, windows) === wanted)
  const reviews = reviewsForExam(cards, exam, now, parameters)
  return { plan, asked: [...withStatus('learning'), ...reviews, ...withStatus('new').slice(0, plan?.newToday ?? 0)] }
}
