import 'server-only'
import { addMilliseconds } from 'date-fns'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limit } from '../core/shared/rate-limits'
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

// Wrong entries in ten minutes from one address; right ones cost nothing. A school is one address, and half of a class may
// mistype the code on the board: 200. That leaves somebody who guesses 28,800 of the 2.1 million class codes a day, so one
// class among a hundred open ones is found in about a day. What is found is a place as a learner, which the teacher sees.
// A return code opens a learner's own records, and each has one of 2.8e14: 20. Nothing comes near the 128 bits of a link;
// its limit spares the database.
const WRONG_GUESSES = { 'class-code': 200, 'return-code': 20, 'shared-link': 200 }
const WINDOW_SECONDS = 600

type Looked<Found> = { readonly found: Found; readonly isRight: boolean }

/**
 * Looks whether a code or a link is right; null when the address has no guess left. A guess is counted before it is looked
 * at, so that a thousand at once are no way around the limit, and of one address they are looked at one after the other:
 * else forty learners who send the right code in the same second would use up what only wrong ones should.
 */
export async function guess<Found>(
  address: string,
  of: keyof typeof WRONG_GUESSES,
  look: () => Promise<Looked<Found>>,
): Promise<Found | null> {
  const limiter = limiterOf({ name: of, points: WRONG_GUESSES[of], seconds: WINDOW_SECONDS })
  const leave = await enter(`${of} ${address}`)
  try {
    await limiter.consume(address)
    const { found, isRight } = await look()
    if (isRight) await limiter.reward(address)
    return found
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return null
    throw refusal
  } finally {
    leave()
  }
}

const last = new Map<string, Promise<void>>()

/**
 * Waits until whoever came before under the same key has left. In this process alone: where several serve one database,
 * right guesses at the same moment may use up a count for a while, and wrong ones are still no more than it allows.
 */
async function enter(key: string): Promise<() => void> {
  const before = last.get(key)
  let leave = () => {}
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  last.set(key, left)
  await before
  return () => {
    if (last.get(key) === left) last.delete(key)
    leave()
  }
}
