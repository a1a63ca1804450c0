import 'server-only'
import { addMilliseconds } from 'date-fns'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limit } from '../core/access/limits'
import { db } from '../db'

export type LimitReached = { readonly kind: 'rejected'; readonly reason: 'limit-reached'; readonly tryAgainAt: Date }
type Taken = { readonly kind: 'taken'; readonly giveBack: () => Promise<void> }

/** `key`: whose count it is, an address or a person. `orElse`: what is claimed instead where this is used up. */
export type Claim = { readonly limit: Limit; readonly key: string; readonly points?: number; readonly orElse?: Claim }

/** Counts before anything is made, so that a thousand requests at once are no way around a limit. All of the claims or none. */
export async function takeFromLimits(claims: readonly Claim[], now: Date): Promise<Taken | LimitReached> {
  const taken: (() => Promise<unknown>)[] = []
  const giveBack = async () => {
    for (const undo of taken) await undo()
  }
  for (const claim of claims) {
    const one = await take(claim)
    if (one.kind === 'taken') {
      taken.push(one.giveBack)
      continue
    }
    await giveBack()
    return { kind: 'rejected', reason: 'limit-reached', tryAgainAt: addMilliseconds(now, one.waitMs) }
  }
  return { kind: 'taken', giveBack }
}

/** The same for limits that all count one key. */
export const takeFromAll = (limits: readonly Limit[], key: string, now: Date): Promise<Taken | LimitReached> =>
  takeFromLimits(
    limits.map((limit) => ({ limit, key })),
    now,
  )

type One = { kind: 'taken'; giveBack: () => Promise<unknown> } | { kind: 'refused'; waitMs: number }

async function take({ limit, key, points = 1, orElse }: Claim): Promise<One> {
  const limiter = limiterOf(limit)
  const giveBack = () => limiter.reward(key, points)
  try {
    await limiter.consume(key, points)
    return { kind: 'taken', giveBack }
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    // What is refused was counted as well.
    await giveBack()
    const other = orElse && (await take(orElse))
    if (other?.kind === 'taken') return other
    return { kind: 'refused', waitMs: Math.min(refusal.msBeforeNext, other?.waitMs ?? refusal.msBeforeNext) }
  }
}

/** Counts in the table that all processes share. */
export function limiterOf({ name, points, seconds }: Limit): RateLimiterPrisma {
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
