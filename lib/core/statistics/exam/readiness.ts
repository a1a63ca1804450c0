import { shownRecall } from '../../memory/scheduling/mastery'
import type { Memory } from '../../memory/scheduling/memory'
import type { MemoryParameters } from '../../memory/scheduling/parameters'
import { type Exam, examMoment } from '../../memory/session/select-for-exam'
import { meanRecall } from '../predicted-recall'

/** Shares of a deck's facts, 0 to 1. */
export type Readiness = {
  /** Expected to be recalled; facts not seen, or failed last, count 0. */
  readonly share: number
  /** In nine of ten exams the share recalled lies between these, if the facts are recalled independently. */
  readonly low: number
  readonly high: number
}

export function readinessOf(chances: readonly number[]): Readiness {
  const { low, high } = ninetyPercentOf(chances)
  const shareOf = (count: number) => (chances.length === 0 ? 0 : count / chances.length)
  const share = meanRecall(chances)
  // Counts are whole and the share is not: of facts that are nearly certain it may lie beside all likely counts.
  return { share, low: Math.min(share, shareOf(low)), high: Math.max(share, shareOf(high)) }
}

/** As things stand now. */
export function readinessNow(
  memories: readonly Memory[],
  now: Date,
  { weights }: Pick<MemoryParameters, 'weights'>,
): Readiness {
  return readinessOf(memories.map((memory) => shownRecall(memory, now, weights)))
}

/** On the day, if nothing more is done. */
export function readinessIfIdle(
  memories: readonly Memory[],
  exam: Exam,
  now: Date,
  parameters: MemoryParameters,
): Readiness {
  const at = examMoment(exam, parameters.timeZone)
  return readinessNow(memories, at > now ? at : now, parameters)
}

/** Above this many trials the normal approximation is exact enough to be printed in whole percents. */
const EXACT_UP_TO = 500
/** Standard normal quantile of 0.95. */
const Z_95 = 1.6449

/**
 * Between which counts the number of successes lies in nine cases of ten, of independent trials with these chances. Exact
 * by convolution up to 500 trials, above that the normal approximation with continuity correction (Y. Hong 2013, On computing
 * the distribution function for the Poisson binomial distribution, Computational Statistics & Data Analysis 59, 41–51).
 */
export function ninetyPercentOf(chances: readonly number[]): { readonly low: number; readonly high: number } {
  return chances.length <= EXACT_UP_TO ? exactBounds(chances) : approximateBounds(chances)
}

/** The chance of each count of successes, 0 to n. */
export function distributionOf(chances: readonly number[]): readonly number[] {
  const chanceOf = new Array<number>(chances.length + 1).fill(0)
  chanceOf[0] = 1
  for (const [trials, chance] of chances.entries()) {
    for (let count = trials + 1; count > 0; count--) {
      chanceOf[count] = (chanceOf[count] ?? 0) * (1 - chance) + (chanceOf[count - 1] ?? 0) * chance
    }
    chanceOf[0] = (chanceOf[0] ?? 0) * (1 - chance)
  }
  return chanceOf
}

function exactBounds(chances: readonly number[]) {
  const distribution = distributionOf(chances)
  return { low: quantile(distribution, 0.05), high: quantile(distribution, 0.95) }
}

function quantile(distribution: readonly number[], share: number): number {
  let sum = 0
  const found = distribution.findIndex((chance) => {
    sum += chance
    return sum >= share
  })
  return found < 0 ? distribution.length - 1 : found
}

function approximateBounds(chances: readonly number[]) {
  const mean = chances.reduce((sum, chance) => sum + chance, 0)
  const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0))
  return {
    low: Math.max(0, Math.ceil(mean - Z_95 * spread - 0.5)),
    high: Math.min(chances.length, Math.ceil(mean + Z_95 * spread - 0.5)),
  }
}
