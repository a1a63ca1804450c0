import { default_w, FSRS, type Grade } from 'ts-fsrs'
import { studyDaysBetween } from './counts'
import { type Memory, type MemoryState, RATINGS, type Rating } from './memory'
import type { MemoryParameters } from './parameters'
import { startOfStudyDay, studyDay } from './study-day'

/** A new fact comes back after these many minutes before its first interval in days. */
const LEARNING_STEPS_MINUTES: readonly number[] = [1, 10]
/** A forgotten fact comes back once on the same day. */
const RELEARNING_STEPS_MINUTES: readonly number[] = [10]
/** Hard on the only step there is: half as long again. */
const HARD_ON_ONE_STEP = 1.5
const MAXIMUM_INTERVAL_DAYS = 36_500
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** No interval of days ends before the longest step would, so a better rating never brings a fact back earlier. */
const SHORTEST_DAY_INTERVAL_MINUTES = 20

export type Reviewed = Extract<Memory, { kind: 'reviewed' }>

/**
 * The memory after one rating (FSRS-6 with default weights, as in ts-fsrs 5.4; no fuzz, so that a replay is exact).
 * Elapsed time is counted in study days, as FSRS was fitted; an interval of n days ends when the n-th study day begins.
 * `now` must not lie before the last review.
 */
export function reviewMemory(memory: Memory, rating: Rating, now: Date, parameters: MemoryParameters): Reviewed {
  return futures(memory, now, parameters)[rating]
}

/** What each of the four ratings would make of a memory. */
export function futures(memory: Memory, now: Date, parameters: MemoryParameters): Readonly<Record<Rating, Reviewed>> {
  const strengths = nextStrengths(memory, now, parameters)
  const days = nextDays(strengths, parameters)
  const made = RATINGS.map((rating) => {
    const place = nextPlace(memory, rating)
    return [rating, toMemory(memory, strengths[rating], place, days[rating], now, parameters)] as const
  })
  return Object.fromEntries(made) as Record<Rating, Reviewed>
}

/** The chance, 0 to 1, that the learner would recall the fact now; 0 for what was never seen (FSRS forgetting curve). */
export function recall(memory: Memory, now: Date): number {
  if (memory.kind === 'new') return 0
  const elapsedDays = Math.max(0, now.getTime() - memory.lastReview.getTime()) / DAY_MS
  return schedulerFor(DEFAULT_RETENTION).forgetting_curve(elapsedDays, memory.stability)
}

type Strength = { readonly stability: number; readonly difficulty: number }
/** Where a rating leads: to a step of so many minutes, or out of the steps. */
type Place =
  | { readonly kind: 'step'; readonly state: MemoryState; readonly step: number; readonly minutes: number }
  | { readonly kind: 'days' }

function nextStrengths(memory: Memory, now: Date, parameters: MemoryParameters): Record<Rating, Strength> {
  const scheduler = schedulerFor(parameters.desiredRetention)
  const before = memory.kind === 'new' ? null : { stability: memory.stability, difficulty: memory.difficulty }
  const elapsed = memory.kind === 'new' ? 0 : studyDaysBetween(memory.lastReview, now, parameters)
  const made = RATINGS.map((rating) => [rating, scheduler.next_state(before, elapsed, gradeOf(rating))] as const)
  return Object.fromEntries(made) as Record<Rating, Strength>
}

/** Intervals in days, each longer than that of the rating below it. */
function nextDays(strengths: Record<Rating, Strength>, parameters: MemoryParameters): Record<Rating, number> {
  const scheduler = schedulerFor(parameters.desiredRetention)
  const days = (rating: Rating) => scheduler.next_interval(strengths[rating].stability, 0)
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
    reviews: (memory.kind === 'new' ? 0 : memory.reviews) + 1,
    lapses: (memory.kind === 'new' ? 0 : memory.lapses) + (forgotten ? 1 : 0),
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

function gradeOf(rating: Rating): Grade {
  return (RATINGS.indexOf(rating) + 1) as Grade
}

const DEFAULT_RETENTION = 0.9
const schedulers = new Map<number, FSRS>()

function schedulerFor(desiredRetention: number): FSRS {
  const known = schedulers.get(desiredRetention)
  if (known) return known
  const made = new FSRS({
    request_retention: desiredRetention,
    maximum_interval: MAXIMUM_INTERVAL_DAYS,
    w: default_w,
    enable_fuzz: false,
    enable_short_term: true,
  })
  schedulers.set(desiredRetention, made)
  return made
}
