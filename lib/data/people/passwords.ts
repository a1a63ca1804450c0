import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { LearnerId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { isThisMachine, TRIES_PER_ADDRESS, TRIES_PER_EMAIL } from '@/lib/core/shared/rate-limits'
import { db } from '@/lib/db'
import { resetCount, takeFromLimits } from '../rate-limits'
import { type Credentials, Email, hashPassword, verifyPassword } from './credentials'
import type { LearnerIdentity } from './identities'
import { revokeAllSessions } from './sessions'

export type Authenticated =
  | ({ kind: 'authenticated' } & LearnerIdentity)
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
  // The demo shows its passwords on the sign-in page, so they work on this machine alone.
  if (identity.learner.demo && !isThisMachine(credentials.address))
    return { kind: 'rejected', reason: 'demo-elsewhere' }
  await taken.succeeded()
  return { kind: 'authenticated', learnerId: LearnerId.parse(identity.learner.id), identityId: identity.id }
}

type Changed = { kind: 'changed' } | { kind: 'rejected'; reason: 'wrong-password' | 'no-password' } | TooManyTries

/** Asks for the current password, and signs out every other device, since the current password may be known to others. */
export async function changePassword(
  viewer: Viewer,
  passwords: { current: string; next: string; address: string },
  now: Date,
): Promise<Changed> {
  const identity = await db().identity.findFirst({
    where: { learnerId: viewer.learnerId, kind: 'account' },
    select: { id: true, email: true, passwordHash: true },
  })
  if (!identity?.email) return { kind: 'rejected', reason: 'no-password' }
  const taken = await takeTry(identity.email, passwords.address, now)
  if (taken.kind === 'rejected') return taken
  if (!(await verifyPassword(identity.passwordHash, passwords.current)))
    return { kind: 'rejected', reason: 'wrong-password' }
  await taken.succeeded()
  await db().identity.update({ where: { id: identity.id }, data: { passwordHash: await hashPassword(passwords.next) } })
  await revokeAllSessions(viewer, now, viewer.sessionId)
  return { kind: 'changed' }
}

type Reset = { kind: 'reset'; password: string } | { kind: 'rejected'; reason: 'no-such-account' }

const PASSWORD_BYTES = 12

/** For operators, since the app sends no mail: sets a new random password and ends every session of the learner. */
export async function resetPassword(email: string, now: Date): Promise<Reset> {
  const parsed = Email.safeParse(email).data
  const identity = parsed
    ? await db().identity.findUnique({ where: { email: parsed }, select: { id: true, learnerId: true } })
    : null
  if (!identity) return { kind: 'rejected', reason: 'no-such-account' }
  const password = randomBytes(PASSWORD_BYTES).toString('base64url')
  const passwordHash = await hashPassword(password)
  await db().$transaction(async (tx) => {
    await tx.identity.update({ where: { id: identity.id }, data: { passwordHash } })
    await tx.session.updateMany({ where: { learnerId: identity.learnerId, revokedAt: null }, data: { revokedAt: now } })
  })
  return { kind: 'reset', password }
}

type TooManyTries = { kind: 'rejected'; reason: 'too-many-tries'; tryAgainAt: Date }
type Allowed = { kind: 'allowed'; succeeded: () => Promise<void> }

/** Counts a try before the password is checked, so that parallel requests cannot get around the limit. */
async function takeTry(email: string, address: string, now: Date): Promise<Allowed | TooManyTries> {
  const key = createHash('sha256').update(email).digest('base64url')
  const claims = [
    { limit: TRIES_PER_ADDRESS, key: address },
    { limit: TRIES_PER_EMAIL, key },
  ]
  const taken = await takeFromLimits(claims, now)
  if (taken.kind === 'rejected') return { ...taken, reason: 'too-many-tries' }
  const succeeded = async () => {
    await taken.giveBack()
    await resetCount(TRIES_PER_EMAIL, key)
  }
  return { kind: 'allowed', succeeded }
}
