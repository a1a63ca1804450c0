import 'server-only'
import { addMilliseconds } from 'date-fns'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limit } from '../core/access/limits'
import { db } from '../db'

export type LimitReached = { readonly kind: 'rejected'; readonly reason: 'limit-reached'; readonly tryAgainAt: Date }
type Taken = { readonly kind: 'taken'; readonly giveBack: () => Promise<void> }

/** `key`: whose count it is, an address or a person. */
export type Claim = { readonly limit: Limit; readonly key: string; readonly points?: number }

/** Counts before anything is made, so that a thousand requests at once are no way around a limit. All of the claims or none. */
export async function takeFromLimits(claims: readonly Claim[], now: Date): Promise<Taken | LimitReached> {
  const taken: (() => Promise<unknown>)[] = []
  const giveBack = async () => {
    for (const undo of taken) await undo()
  }
  for (const { limit, key, points = 1 } of claims) {
    const limiter = limiterOf(limit)
    taken.push(() => limiter.reward(key, points))
    try {
      await limiter.consume(key, points)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      // What is refused was counted as well.
      await giveBack()
      return { kind: 'rejected', reason: 'limit-reached', tryAgainAt: addMilliseconds(now, refusal.msBeforeNext) }
    }
  }
  return { kind: 'taken', giveBack }
}

function limiterOf({ name, points, seconds }: Limit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimiterFlexible',
    keyPrefix: name,
    points,
    duration: seconds,
    // One of the limiters of the app clears the table; this one lives for one call.
    clearExpiredByTimeout: false,
  })
}
