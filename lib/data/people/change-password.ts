import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { db } from '@/lib/db'
import { type TooManyTries, takeTry } from './limit-tries'
import { hashPassword, verifyPassword } from './password'
import { revokeAllSessions } from './revoke-all-sessions'

type Changed = { kind: 'changed' } | { kind: 'rejected'; reason: 'wrong-password' | 'no-password' } | TooManyTries

/** Asks for the old one, and signs out every other device: whoever changes a password may have lost the old one. */
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
