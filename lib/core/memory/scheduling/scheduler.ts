import { DAY_MS, MINUTE_MS } from '../../shared/time'
import { fsrsFor, fuzzedDays, fuzzOf, gradeOf } from './fsrs'
import { type Memory, type MemoryState, RATINGS, type Rating, reviewsOf } from './memory'
import { DEFAULT_WEIGHTS, type MemoryParameters, type Weights } from './parameters'
import { startOfStudyDay, studyDay, studyDaysBetween } from './study-day'

/** A new fact comes back after these many minutes before its first interval in days. */
const LEARNING_STEPS_MINUTES: readonly number[] = [1, 10]
/** A forgotten fact comes back once on the same day. */
export const RELEARNING_STEPS_MINUTES: readonly number[] = [10]
/** Hard on the only step there is: half as long again. */
const HARD_ON_ONE_STEP = 1.5
/** No interval of days ends before the longest step would, so a better rating never brings a fact back earlier. */
const SHORTEST_DAY_INTERVAL_MINUTES = 20

export type Reviewed = Extract<Memory, { kind: 'reviewed' }>

/**
 * The memory after one rating (FSRS-6 as in ts-fsrs 5.4, by the weights in the parameters). Elapsed time is counted in
 * study days, as FSRS was fitted; an interval of n days ends when the n-th study day begins. Intervals of days are moved a
 * little, by the fact and the number of its reviews, so that a replay is exact; `factId` null: of no
 * particular fact, not moved. `now` must not lie before the last review.
 */
export function reviewMemory(
  memory: Memory,
  rating: Rating,
  now: Date,
  parameters: MemoryParameters,
  factId: string | null,
): Reviewed {
  return futures(memory, now, parameters, factId)[rating]
}

/** What each of the four ratings would make of the memory of a fact. */
export function futures(
  memory: Memory,
  now: Date,
  parameters: MemoryParameters,
  factId: string | null,
): Readonly<Record<Rating, Reviewed>> {
  const strengths = nextStrengths(memory, now, parameters)
  const days = nextDays(strengths, parameters, fuzzFor(memory, now, parameters, factId))
  const made = RATINGS.map((rating) => {
    const place = nextPlace(memory, rating)
    return [rating, toMemory(memory, rating, strengths[rating], place, days[rating], now, parameters)] as const
  })
  return Object.fromEntries(made) as Record<Rating, Reviewed>
}

/**
 * The chance, 0 to 1, that the learner would recall the fact now, as FSRS has it: 1 right after every answer, also a wrong
 * one. Schedules go by it; screens go by `shownRecall`. 0 for what was never seen. Fitted weights bend the
 * forgetting curve a little; all agree at 90 % when the stability has passed, so screens that show many learners or order
 * in the database go by the default ones.
 */
export function recall(memory: Memory, now: Date, weights: Weights = DEFAULT_WEIGHTS): number {
  if (memory.kind === 'new') return 0
  const elapsedDays = Math.max(0, now.getTime() - memory.lastReview.getTime()) / DAY_MS
  return fsrsFor(DEFAULT_RETENTION, weights).forgetting_curve(elapsedDays, memory.stability)
}

type Strength = { readonly stability: number; readonly difficulty: number }
/** Where a rating leads: to a step of so many minutes, or out of the steps. */
type Place =
  | { readonly kind: 'step'; readonly state: MemoryState; readonly step: number; readonly minutes: number }
  | { readonly kind: 'days' }

function nextStrengths(memory: Memory, now: Date, parameters: MemoryParameters): Record<Rating, Strength> {
  const fsrs = fsrsFor(parameters.desiredRetention, parameters.weights)
  const before = memory.kind === 'new' ? null : { stability: memory.stability, difficulty: memory.difficulty }
  const elapsed = elapsedDays(memory, now, parameters)
  const made = RATINGS.map((rating) => [rating, fsrs.next_state(before, elapsed, gradeOf(rating))] as const)
  return Object.fromEntries(made) as Record<Rating, Strength>
}

function elapsedDays(memory: Memory, now: Date, parameters: MemoryParameters): number {
  return memory.kind === 'new' ? 0 : studyDaysBetween(memory.lastReview, now, parameters)
}

/** The same fuzz for all four ratings, so that a better rating is never due earlier. */
function fuzzFor(
  memory: Memory,
  now: Date,
  parameters: MemoryParameters,
  factId: string | null,
): (days: number) => number {
  if (factId === null) return (days) => days
  const fuzz = fuzzOf(factId, reviewsOf(memory))
  const elapsed = elapsedDays(memory, now, parameters)
  return (days) => fuzzedDays(days, elapsed, fuzz)
}

/** Intervals in days, each longer than that of the rating below it. */
function nextDays(
  strengths: Record<Rating, Strength>,
  parameters: MemoryParameters,
  fuzzed: (days: number) => number,
): Record<Rating, number> {
  const fsrs = fsrsFor(parameters.desiredRetention, parameters.weights)
  const days = (rating: Rating) => fuzzed(fsrs.next_interval(strengths[rating].stability, 0))
  const hard = Math.min(days('hard'), days('good'))
  const good = Math.max(days('good'), hard + 1)
  return { again: 1, hard, good, easy: Math.max(days('easy'), good + 1) }
}

function nextPlace(memory: Memory, rating: Rating): Place {
  if (memory.kind === 'new') return nextStep('learning', 0, rating)
  if (memory.state !== 'review') return nextStep(memory.state, memory.step, rating)
  return rating === 'again' ? nextStep('relearning', 0, rating) : { kind: 'days' }
}

function nextStep(state: 'learning' | 'relearning', at: number, rating: Rating): Place {
  const steps = state === 'learning' ? LEARNING_STEPS_MINUTES : RELEARNING_STEPS_MINUTES
  const step = (index: number, minutes: number): Place => ({ kind: 'step', state, step: index, minutes })
  if (rating === 'again') return step(0, steps[0] ?? 1)
  if (rating === 'hard') return step(at, hardMinutes(steps, at))
  const next = rating === 'good' ? steps[at + 1] : undefined
  return next === undefined ? { kind: 'days' } : step(at + 1, next)
}

function hardMinutes(steps: readonly number[], at: number): number {
  const here = steps[at] ?? 1
  if (steps.length === 1) return Math.round(here * HARD_ON_ONE_STEP)
  // Between Again and Good on the first step; later the same step once more.
  return at === 0 ? Math.round((here + (steps[1] ?? here)) / 2) : here
}

function toMemory(
  memory: Memory,
  rating: Rating,
  strength: Strength,
  place: Place,
  days: number,
  now: Date,
  parameters: MemoryParameters,
): Reviewed {
  const forgotten = memory.kind === 'reviewed' && memory.state === 'review' && place.kind === 'step'
  return {
    kind: 'reviewed',
    state: place.kind === 'step' ? place.state : 'review',
    stability: strength.stability,
    difficulty: strength.difficulty,
    lastReview: now,
    due: place.kind === 'step' ? minutesAfter(now, place.minutes) : daysAfter(now, days, parameters),
    step: place.kind === 'step' ? place.step : 0,
    reviews: reviewsOf(memory) + 1,
    lapses: (memory.kind === 'new' ? 0 : memory.lapses) + (forgotten ? 1 : 0),
    failed: rating === 'again',
  }
}

function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE_MS)
}

function daysAfter(now: Date, days: number, { timeZone, dayStartHour }: MemoryParameters): Date {
  const begins = startOfStudyDay(studyDay(now, timeZone, dayStartHour) + days, timeZone, dayStartHour)
  const soonest = minutesAfter(now, SHORTEST_DAY_INTERVAL_MINUTES)
  return new Date(Math.max(begins.getTime(), soonest.getTime()))
}

/** The forgetting curve is the same for every share wanted. */
const DEFAULT_RETENTION = 0.9
