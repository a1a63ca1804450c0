/** Both ends of an interval of shares, 0 to 1. */
export type Interval = { readonly low: number; readonly high: number }

// The normal quantile of 97.5 %.
const Z_95 = 1.959963984540054

/** The 95 % score interval of a share (Wilson 1927): honest for few trials and for shares near 0 or 1. */
export function wilson(hits: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 }
  const share = hits / trials
  const z2 = Z_95 ** 2 / trials
  const middle = (share + z2 / 2) / (1 + z2)
  const reach = (Z_95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials))) / (1 + z2)
  return { low: hits === 0 ? 0 : middle - reach, high: hits === trials ? 1 : middle + reach }
}

/** The distribution of how many of independent trials succeed, each with its own chance (Poisson binomial), exactly. */
function successes(chances: readonly number[]): Float64Array {
  let held = new Float64Array([1])
  for (const chance of chances) {
    const next = new Float64Array(held.length + 1)
    for (const [hits, probability] of held.entries()) {
      next[hits] = (next[hits] ?? 0) + probability * (1 - chance)
      next[hits + 1] = (next[hits + 1] ?? 0) + probability * chance
    }
    held = next
  }
  return held
}

/**
 * How likely so many hits or a count at least as unlikely would be by chance, two-sided (method of small p-values). With one
 * chance for all it is the binomial test; items with other numbers of options have other chances.
 */
export function chanceTest(hits: number, chances: readonly number[]): number {
  const distribution = successes(chances)
  const seen = (distribution[hits] ?? 0) * (1 + 1e-9)
  return Math.min(
    1,
    distribution.reduce((sum, probability) => (probability <= seen ? sum + probability : sum), 0),
  )
}

/** P-values made to hold together (Holm 1979), in the order given. */
export function holm(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((left, right) => left.value - right.value)
  const adjusted = values.map(() => 1)
  let least = 0
  for (const [rank, { value, at }] of order.entries()) {
    least = Math.max(least, Math.min(1, value * (values.length - rank)))
    adjusted[at] = least
  }
  return adjusted
}
