import 'server-only'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { limiterOf } from '../take-from-limits'

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
