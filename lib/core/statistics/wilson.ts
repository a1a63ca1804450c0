export type Share = {
  /** 0 to 1. */
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Standard normal quantile of 0.975. */
const Z_975 = 1.95996

/**
 * A share with its 95 % interval by the score method (E. B. Wilson 1927, Probable inference, the law of succession, and
 * statistical inference, JASA 22, 209–212): it holds for few trials and near 0 and 1. Null without trials.
 */
export function wilson(successes: number, trials: number): Share | null {
  if (trials === 0) return null
  const share = successes / trials
  const z2 = Z_975 ** 2 / trials
  const centre = share + z2 / 2
  const reach = Z_975 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials))
  const bound = (value: number) => Math.min(1, Math.max(0, value / (1 + z2)))
  return { share, low: bound(centre - reach), high: bound(centre + reach) }
}
