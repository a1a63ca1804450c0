import 'server-only'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db'

// A school is one address: thirty right entries cost nothing, twenty wrong ones close the door for a while. No list of guesses
// comes near the 128 bits of a link; its limit spares the database whoever tries, and leaves room for a school at once.
const WRONG_GUESSES = { 'class-code': 20, 'shared-link': 200 }
const WINDOW_SECONDS = 600

/**
 * Counts a guess of a code or a link before it is looked at, so that a thousand at once are no way around the limit. Null when the
 * address has none left; else what to call when the guess was right.
 */
export async function takeGuess(
  address: string,
  of: keyof typeof WRONG_GUESSES = 'class-code',
): Promise<null | { giveBack: () => Promise<void> }> {
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
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return null
    throw refusal
  }
  return { giveBack: async () => void (await limiter.reward(address)) }
}
