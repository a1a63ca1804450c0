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
  return chances.length <= EXACT_UP_TO ? exactly(chances) : nearly(chances)
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

function exactly(chances: readonly number[]) {
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

function nearly(chances: readonly number[]) {
  const mean = chances.reduce((sum, chance) => sum + chance, 0)
  const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0))
  return {
    low: Math.max(0, Math.ceil(mean - Z_95 * spread - 0.5)),
    high: Math.min(chances.length, Math.ceil(mean + Z_95 * spread - 0.5)),
  }
}
