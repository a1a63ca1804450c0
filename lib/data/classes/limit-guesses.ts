import 'server-only'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db'

// A school is one address: thirty right entries cost nothing, twenty wrong ones close the door for a while. No list of guesses
// comes near the 128 bits of a link; its limit spares the database whoever tries, and leaves room for a school at once.
const WRONG_GUESSES = { 'class-code': 20, 'shared-link': 200 }
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
  const leave = await enter(`${of} ${address}`)
  const limiter = new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimiterFlexible',
    keyPrefix: of,
    points: WRONG_GUESSES[of],
    duration: WINDOW_SECONDS,
    // One of the limiters of the app clears the table; this one lives for one call.
    clearExpiredByTimeout: false,
  })
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

/** Waits until whoever came before under the same key has left. */
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
