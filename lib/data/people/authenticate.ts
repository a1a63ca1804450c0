import 'server-only'
import { isThisMachine } from '@/lib/core/access/this-machine'
import { LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import type { Credentials } from './credentials'
import { type TooManyTries, takeTry } from './limit-tries'
import { verifyPassword } from './password'

export type Authenticated =
  | { kind: 'authenticated'; learnerId: LearnerId; identityId: string }
  | { kind: 'rejected'; reason: 'wrong-email-or-password' | 'demo-elsewhere' }
  | TooManyTries

/** `address` is where the request came from, as the server saw it. */
export async function authenticate(credentials: Credentials & { address: string }, now: Date): Promise<Authenticated> {
  const taken = await takeTry(credentials.email, credentials.address, now)
  if (taken.kind === 'rejected') return taken
  const identity = await db().identity.findUnique({
    where: { email: credentials.email },
    select: { id: true, passwordHash: true, learner: { select: { id: true, demo: true } } },
  })
  const matches = await verifyPassword(identity?.passwordHash ?? null, credentials.password)
  if (!identity || !matches) return { kind: 'rejected', reason: 'wrong-email-or-password' }
  // Their passwords are printed on a screen, so they open nothing from elsewhere.
  if (identity.learner.demo && !isThisMachine(credentials.address))
    return { kind: 'rejected', reason: 'demo-elsewhere' }
  await taken.succeeded()
  return { kind: 'authenticated', learnerId: LearnerId.parse(identity.learner.id), identityId: identity.id }
}

/** Loopback, in either family. */
