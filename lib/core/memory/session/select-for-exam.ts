import { shownRecall } from '../scheduling/mastery'
import type { Memory } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import { type Reviewed, recall, reviewMemory } from '../scheduling/scheduler'
import { isSameStudyDay, startOfStudyDay, studyDay } from '../scheduling/study-day'

/** The day by which a deck is to be known. */
export type Exam = {
  /** Study day, as days since 1970-01-01. */
  readonly day: number
  /** Share of the deck's facts that should be recalled on it. */
  readonly target: number
}

/** Exams are written in the morning; predictions are made for this hour of the learner's clock. */
const EXAM_HOUR = 9
/**
 * Before these last days no review is brought forward: the later a fact is seen before the exam, the better it is recalled
 * there, and the more its memory grows (the spacing effect; Cepeda et al. 2008).
 */
const LAST_DAYS = 7

export function examMoment({ day }: Pick<Exam, 'day'>, timeZone: string): Date {
  return startOfStudyDay(day, timeZone, EXAM_HOUR)
}

/** Study days from now to the exam: 0 on its day, negative when it is over. */
export function daysUntilExam(exam: Exam, now: Date, { timeZone, dayStartHour }: MemoryParameters): number {
  return exam.day - studyDay(now, timeZone, dayStartHour)
}

type Fact = { readonly factId: string; readonly memory: Memory }
type Seen<F> = { readonly fact: F; readonly memory: Reviewed }

/**
 * The facts that an exam asks to review today, the most urgent first: what is due anyway; and in the last days what would
 * not fall due before the exam and would then be recalled with less than the target, an even share of it a day, those first
 * that gain most. What falls due in between is left to its time. Each review counts by the ordinary rule: nothing is cut
 * short and nothing stored differently, so the long run is served as well.
 */
export function reviewsForExam<F extends Fact>(
  facts: readonly F[],
  exam: Exam,
  now: Date,
  parameters: MemoryParameters,
): readonly F[] {
  const left = daysUntilExam(exam, now, parameters)
  if (left < 0) return []
  const open = facts.flatMap((fact) => asOpen(fact, now, parameters))
  const due = open.filter(({ memory }) => dueDay(memory, parameters) <= exam.day - left)
  const chance = ({ memory }: Seen<F>, at: Date) => recall(memory, at, parameters.weights)
  const byUrgency = due.sort((a, b) => chance(a, now) - chance(b, now))
  const early = left > LAST_DAYS ? [] : mostGained(open, exam, now, parameters)
  return [...byUrgency, ...early].map(({ fact }) => fact)
}

/** Reviewed before today, so that a review today would count. What is on its steps comes by itself. */
function asOpen<F extends Fact>(fact: F, now: Date, parameters: MemoryParameters): readonly Seen<F>[] {
  const { memory } = fact
  if (memory.kind === 'new' || memory.state !== 'review') return []
  return isSameStudyDay(memory.lastReview, now, parameters) ? [] : [{ fact, memory }]
}

function mostGained<F extends Fact>(
  open: readonly Seen<F>[],
  exam: Exam,
  now: Date,
  parameters: MemoryParameters,
): readonly Seen<F>[] {
  const left = daysUntilExam(exam, now, parameters)
  const at = laterOf(examMoment(exam, parameters.timeZone), now)
  const wanting = open.filter(
    ({ memory }) =>
      dueDay(memory, parameters) >= exam.day &&
      dueDay(memory, parameters) > exam.day - left &&
      shownRecall(memory, at, parameters.weights) < exam.target,
  )
  const share = Math.ceil(wanting.length / Math.max(1, left))
  return wanting
    .map((seen) => ({ seen, gain: gainOf(seen, at, now, parameters) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, share)
    .map(({ seen }) => seen)
}

/**
 * By how much a review now is expected to raise recall on the day. A fact that is forgotten in this review is learned again on
 * the same day, so both outcomes go by `recall`: the exam does not find it failed.
 */
function gainOf<F extends Fact>({ fact, memory }: Seen<F>, at: Date, now: Date, parameters: MemoryParameters): number {
  const { weights } = parameters
  const chance = recall(memory, now, weights)
  const kept = recall(reviewMemory(memory, 'good', now, parameters, fact.factId), at, weights)
  const relearned = recall(reviewMemory(memory, 'again', now, parameters, fact.factId), at, weights)
  return chance * kept + (1 - chance) * relearned - shownRecall(memory, at, weights)
}

function dueDay(memory: Reviewed, { timeZone, dayStartHour }: MemoryParameters): number {
  return studyDay(memory.due, timeZone, dayStartHour)
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b
}
