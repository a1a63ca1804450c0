import 'server-only'
import { createHash } from 'node:crypto'
import { addMilliseconds } from 'date-fns'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { type Db, db } from '@/lib/db'

const MINUTE = 60
// Enough for typing errors and far too few for guessing. A whole school may share an address, so that limit is higher.
const PER_EMAIL = { points: 6, duration: 15 * MINUTE }
const PER_ADDRESS = { points: 60, duration: 15 * MINUTE }

export type TooManyTries = { kind: 'rejected'; reason: 'too-many-tries'; tryAgainAt: Date }
type Allowed = { kind: 'allowed'; succeeded: () => Promise<void> }

/** Counts a try before the password is checked, so that parallel requests cannot get around the limit. */
export async function takeTry(email: string, address: string, now: Date): Promise<Allowed | TooManyTries> {
  const { perEmail, perAddress } = limiters()
  const key = createHash('sha256').update(email).digest('base64url')
  for (const taken of [await take(perAddress, address), await take(perEmail, key)]) {
    if (taken)
      return { kind: 'rejected', reason: 'too-many-tries', tryAgainAt: addMilliseconds(now, taken.msBeforeNext) }
  }
  const succeeded = async () => {
    await perEmail.delete(key)
    await perAddress.reward(address)
  }
  return { kind: 'allowed', succeeded }
}

async function take(limiter: RateLimiterPrisma, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  }
}

type Limiters = { perEmail: RateLimiterPrisma; perAddress: RateLimiterPrisma }
const made = new WeakMap<Db, Limiters>()

function limiters(): Limiters {
  const store = db()
  const known = made.get(store)
  if (known) return known
  const options = { storeClient: store, tableName: 'rateLimiterFlexible' }
  const limiters = {
    perEmail: new RateLimiterPrisma({ ...options, ...PER_EMAIL, keyPrefix: 'sign-in-email' }),
    // One of the two clears what has run out, for both.
    perAddress: new RateLimiterPrisma({
      ...options,
      ...PER_ADDRESS,
      keyPrefix: 'sign-in-address',
      clearExpiredByTimeout: false,
    }),
  }
  made.set(store, limiters)
  return limiters
}
