import type { MemoryParameters } from '../../memory/parameters'
import { pileOf } from '../../memory/pile'
import { daysUntilExam, type Exam, reviewsForExam } from '../../memory/select-for-exam'
import type { Pile } from '../../memory/study-card'
import { type ExamPlan, type Pace, planExam } from './plan-exam'
import type { RehearsedFact } from './rehearse'

export type ExamFact = RehearsedFact & {
  /** False: this device has no card of it. */
  readonly askable: boolean
}

export type ExamDay<F extends ExamFact> = {
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
  /** What the exam asks for today, as it is best asked: steps, reviews with the most urgent first, the new facts of the day. */
  readonly asked: readonly F[]
}

/** What an exam on a deck plans and asks for today. `facts`: those of the deck that study asks, in the order of its document. */
export function examDay<F extends ExamFact>(
  facts: readonly F[],
  exam: Exam,
  pace: Pace,
  now: Date,
  parameters: MemoryParameters,
): ExamDay<F> {
  const plan = planExam(facts, exam, pace, now, parameters)
  if (daysUntilExam(exam, now, parameters) < 0) return { plan, asked: [] }
  const cards = facts.filter(({ askable, studied }) => askable && studied)
  const of = (wanted: Pile) => cards.filter(({ memory }) => pileOf(memory, now, parameters) === wanted)
  const reviews = reviewsForExam(cards, exam, now, parameters)
  return { plan, asked: [...of('learning'), ...reviews, ...of('new').slice(0, plan?.newToday ?? 0)] }
}
