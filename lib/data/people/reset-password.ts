import 'server-only'
import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db'
import { Email } from './credentials'
import { hashPassword } from './password'

type Reset = { kind: 'reset'; password: string } | { kind: 'rejected'; reason: 'no-such-account' }

const PASSWORD_BYTES = 12

/** For operators, who have no mail to send a link by: a new random password, and every session of the learner ends. */
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
