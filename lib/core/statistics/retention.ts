import { hasEnoughObservations } from './minimum-observations'
import { type Share, wilson } from './wilson'

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
  /** Of none and of few nothing is told but their number. */
  readonly verdict: 'none' | 'few' | 'as-expected' | 'more' | 'less'
}

/** What was recalled, where there is enough of it to be told. */
export function toldOf({ verdict, recalled }: Retention): Share | null {
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
