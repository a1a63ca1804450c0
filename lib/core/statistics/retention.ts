import { hasEnoughObservations } from './minimum-observations'

/** Reviews of one window and maturity that tested a memory, counted. */
export type TestedCount = {
  readonly window: number
  readonly isMature: boolean
  readonly reviews: number
  readonly recalled: number
  /** Sum of the predicted chances. */
  readonly expected: number
}

export type Retention = {
  /** The last so many study days. */
  readonly window: number
  readonly isMature: boolean
  readonly reviews: number
  /** Of what came up, recalled: with its 95 % interval. Null: nothing came up. */
  readonly recalled: Share | null
  /** Mean predicted chance, 0 to 1. */
  readonly expected: number
  /** `none` and `few`: only the number of reviews is shown. */
  readonly verdict: 'none' | 'few' | 'as-expected' | 'more' | 'less'
}

/** The share recalled; null for too few reviews to show it. */
export function recalledIfEnough({ verdict, recalled }: Retention): Share | null {
  return verdict === 'none' || verdict === 'few' ? null : recalled
}

/** True retention, and whether the prediction lies within what was seen. */
export function retentionOf({ reviews, recalled, expected, ...which }: TestedCount): Retention {
  const share = wilson(recalled, reviews)
  const mean = reviews === 0 ? 0 : expected / reviews
  return { ...which, reviews, recalled: share, expected: mean, verdict: verdictOf(share, mean, reviews) }
}

function verdictOf(share: Share | null, expected: number, reviews: number): Retention['verdict'] {
  if (!share) return 'none'
  if (!hasEnoughObservations(reviews)) return 'few'
  if (expected > share.high) return 'less'
  return expected < share.low ? 'more' : 'as-expected'
}

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
