import 'server-only'
import { addMilliseconds } from 'date-fns'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limit } from '../core/shared/rate-limits'
import { type Db, db } from '../db'

export type LimitReached = { readonly kind: 'rejected'; readonly reason: 'limit-reached'; readonly tryAgainAt: Date }
type Taken = { readonly kind: 'taken'; readonly giveBack: () => Promise<void> }

/** `key`: whose count it is, an address or a person. `orElse`: what is claimed instead if this is used up. */
export type Claim = { readonly limit: Limit; readonly key: string; readonly points?: number; readonly orElse?: Claim }

/** Counts before anything is created, so that parallel requests cannot get around a limit. All of the claims or none. */
export async function takeFromLimits(claims: readonly Claim[], now: Date): Promise<Taken | LimitReached> {
  const taken: (() => Promise<unknown>)[] = []
  const giveBack = async () => {
    for (const undo of taken) await undo()
  }
  for (const claim of claims) {
    const result = await take(claim)
    if (result.kind === 'taken') {
      taken.push(result.giveBack)
      continue
    }
    await giveBack()
    return { kind: 'rejected', reason: 'limit-reached', tryAgainAt: addMilliseconds(now, result.waitMs) }
  }
  return { kind: 'taken', giveBack }
}

/** The same for limits that all count one key. */
export const takeFromAll = (limits: readonly Limit[], key: string, now: Date): Promise<Taken | LimitReached> =>
  takeFromLimits(
    limits.map((limit) => ({ limit, key })),
    now,
  )

/** Forgets what was counted under a key. */
export async function resetCount(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(key)
}

type TakeResult = { kind: 'taken'; giveBack: () => Promise<unknown> } | { kind: 'refused'; waitMs: number }

async function take({ limit, key, points = 1, orElse }: Claim): Promise<TakeResult> {
  const limiter = limiterOf(limit)
  const giveBack = () => limiter.reward(key, points)
  try {
    await limiter.consume(key, points)
    return { kind: 'taken', giveBack }
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    // What is refused was counted as well.
    await giveBack()
    const alternative = orElse && (await take(orElse))
    if (alternative?.kind === 'taken') return alternative
    return { kind: 'refused', waitMs: Math.min(refusal.msBeforeNext, alternative?.waitMs ?? refusal.msBeforeNext) }
  }
}

const cleared = new WeakSet<Db>()

/** Counts in the table that all processes share. */
function limiterOf({ name, points, seconds }: Limit): RateLimiterPrisma {
  const store = db()
  // The first limiter of a database clears expired rows every few minutes, for all of them. Its timer keeps it alive.
  const clearExpiredByTimeout = !cleared.has(store)
  cleared.add(store)
  return new RateLimiterPrisma({
    storeClient: store,
    tableName: 'rateLimiterFlexible',
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout,
  })
}

// Wrong entries in ten minutes from one address; right ones cost nothing. A school is one address, and half of a class may
// mistype the code on the board: 200. That leaves somebody who guesses 28,800 of the 2.1 million class codes a day, so one
// class among a hundred open ones is found in about a day. What is found is a place as a learner, which the teacher sees.
// A return code opens a learner's own records, and each has one of 2.8e14: 20. Nothing comes near the 128 bits of a link;
// its limit spares the database.
const WRONG_GUESSES = { 'class-code': 200, 'return-code': 20, 'shared-link': 200 }
const WINDOW_SECONDS = 600

type Checked<Found> = { readonly found: Found; readonly isRight: boolean }

/**
 * Checks a code or a link; null when the address has no guess left. A guess is counted before it is checked, so that
 * parallel requests cannot get around the limit. Guesses of one address are checked one after the other: otherwise forty
 * learners who send the right code in the same second would use up the count of wrong ones.
 */
export async function guess<Found>(
  address: string,
  secret: keyof typeof WRONG_GUESSES,
  check: () => Promise<Checked<Found>>,
): Promise<Found | null> {
  const limiter = limiterOf({ name: secret, points: WRONG_GUESSES[secret], seconds: WINDOW_SECONDS })
  const leave = await enter(`${secret} ${address}`)
  try {
    await limiter.consume(address)
    const { found, isRight } = await check()
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
 * Waits for earlier callers with the same key. It knows those of this process only: where several processes serve one
 * database, right guesses at the same moment may use up a count for a while, and wrong ones stay within the limit.
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
