import { fsrsFor, gradeOf } from './fsrs'
import type { Rating } from './memory'
import { DEFAULT_PARAMETERS, type Weights } from './parameters'

/** The reviews of one fact that moved its schedule, in the order of time. */
export type History = readonly Sample[]
type Sample = {
  /** Study day, as days since 1970. */
  readonly day: number
  readonly rating: Rating
}

/**
 * What weights are judged by are responses on a later day than the one before: only they show what was kept. A fifth of
 * them is held out; of 400 that is 80, about the fewest on which a gain of some per cent can be told from chance. A month,
 * because forgetting over weeks cannot be read off a few days of cramming.
 */
export const NEEDED_RETURNS = 400
export const NEEDED_DAYS = 30
const TRAINING_SHARE = 0.8

/** A gain in log loss that is smaller than this share of it is no reason for other dates. */
const LEAST_GAIN = 0.01

export type Enough =
  | {
      readonly kind: 'enough'
      readonly returns: number
      /** The first study day that is held out. */
      readonly heldOutFrom: number
    }
  | { readonly kind: 'too-few'; readonly returns: number; readonly days: number }

/** Whether there are reviews enough to fit weights to, and from which day on they are kept for the comparison. */
export function enoughToFit(histories: readonly History[]): Enough {
  const returns = histories.flatMap(returnDays).sort((a, b) => a - b)
  const all = histories.flat().map(({ day }) => day)
  const days = all.length === 0 ? 0 : all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b)) + 1
  const heldOutFrom = returns[Math.floor(returns.length * TRAINING_SHARE)]
  if (returns.length < NEEDED_RETURNS || days < NEEDED_DAYS || heldOutFrom === undefined) {
    return { kind: 'too-few', returns: returns.length, days }
  }
  return { kind: 'enough', returns: returns.length, heldOutFrom }
}

/** Grades from 1 and days since the review before, up to one that came back on a later day: what FSRS is fitted to. */
export type Exercise = readonly { readonly grade: number; readonly days: number }[]

/** All exercises whose last review lies before the day. */
export function exercisesOf(history: History, before: number): readonly Exercise[] {
  const steps = history.map(({ day, rating }, at) => ({ grade: gradeOf(rating), days: passed(history, at), day }))
  return steps.flatMap(({ day, days }, at) => (days > 0 && day < before ? [steps.slice(0, at + 1)] : []))
}

/** What the memory made by these weights alone would have expected of each return from the day on. */
export function predictionsOf(history: History, weights: Weights, from: number): readonly Prediction[] {
  // Strength does not depend on the share wanted, only dates do.
  const fsrs = fsrsFor(DEFAULT_PARAMETERS.desiredRetention, weights)
  const predictions: Prediction[] = []
  let strength: { stability: number; difficulty: number } | null = null
  for (const [at, { day, rating }] of history.entries()) {
    const days = passed(history, at)
    if (strength && days > 0 && day >= from) {
      predictions.push({ expected: fsrs.forgetting_curve(days, strength.stability), recalled: rating !== 'again' })
    }
    strength = fsrs.next_state(strength, days, gradeOf(rating))
  }
  return predictions
}

export type Verdict = {
  /** Log loss on what was held out. */
  readonly lossBefore: number
  readonly lossAfter: number
  /** By more than chance would give, and by enough to matter. */
  readonly isBetter: boolean
}

/** Weights that were fitted to the days before `from`, on the days since, beside those in use. */
export function judge(histories: readonly History[], from: number, before: Weights, after: Weights): Verdict {
  const surprises = (weights: Weights) =>
    histories.flatMap((history) => predictionsOf(history, weights, from)).map(surprise)
  const [old, fresh] = [surprises(before), surprises(after)]
  const gains = old.map((loss, at) => loss - (fresh[at] ?? loss))
  const gain = mean(gains)
  const spread = Math.sqrt(mean(gains.map((each) => (each - gain) ** 2)) / Math.max(1, gains.length - 1))
  const lossBefore = mean(old)
  return { lossBefore, lossAfter: mean(fresh), isBetter: gain > spread && gain > LEAST_GAIN * lossBefore }
}

function returnDays(history: History): readonly number[] {
  return history.flatMap(({ day }, at) => (passed(history, at) > 0 ? [day] : []))
}

function passed(history: History, at: number): number {
  const before = history[at - 1]?.day
  const day = history[at]?.day
  return before === undefined || day === undefined ? 0 : Math.max(0, day - before)
}

/** What was expected of one response, 0 to 1, and what came of it. */
export type Prediction = { readonly expected: number; readonly recalled: boolean }

/** Surer than this nobody is; it keeps one surprise from outweighing a hundred reviews. */
const SUREST = 0.9999

/** Log loss of one response, in nats, the measure that FSRS is fitted and compared by: 0 when it was sure to come. */
function surprise({ expected, recalled }: Prediction): number {
  const chance = Math.min(SUREST, Math.max(1 - SUREST, expected))
  return -Math.log(recalled ? chance : 1 - chance)
}

export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
