import 'server-only'
import { ACCOUNTS_PER_ADDRESS } from '@/lib/core/access/limits'
import type { Viewer } from '@/lib/core/access/viewer'
import { LearnerId } from '@/lib/core/ids'
import { db, type Tx } from '@/lib/db'
import { type LimitReached, takeFromAll } from '../rate-limits'
import type { NewAccount } from './credentials'
import { isTaken } from './is-taken'
import { hashPassword } from './password'

export type CreatedAccount =
  | { kind: 'created'; learnerId: LearnerId; identityId: string }
  | { kind: 'rejected'; reason: 'email-taken' | 'has-account' }
  | LimitReached

/** A guest or a code learner stays the same learner, with all that was learned; a stranger becomes a new one. */
export async function createAccount(
  viewer: Viewer | null,
  account: NewAccount & { timeZone?: string; address: string },
  now: Date,
): Promise<CreatedAccount> {
  const taken = await takeFromAll(ACCOUNTS_PER_ADDRESS, account.address, now)
  if (taken.kind === 'rejected') return taken
  const passwordHash = await hashPassword(account.password)
  try {
    return await db().$transaction(async (tx) => {
      if (viewer && (await hasAccount(tx, viewer))) return { kind: 'rejected', reason: 'has-account' }
      const learnerId = viewer ? viewer.learnerId : await createLearner(tx, account, now)
      const identity = await tx.identity.create({
        data: { learnerId, kind: 'account', email: account.email, passwordHash, createdAt: now },
      })
      if (viewer) await settle(tx, viewer, account.name)
      return { kind: 'created', learnerId, identityId: identity.id }
    })
  } catch (error) {
    if (isTaken(error)) return { kind: 'rejected', reason: 'email-taken' }
    throw error
  }
}

async function hasAccount(tx: Tx, viewer: Viewer): Promise<boolean> {
  const count = await tx.identity.count({ where: { learnerId: viewer.learnerId, kind: { in: ['account', 'oidc'] } } })
  return count > 0
}

async function createLearner(
  tx: Tx,
  { name, timeZone = 'UTC' }: { name: string; timeZone?: string },
  now: Date,
): Promise<LearnerId> {
  const learner = await tx.learner.create({ data: { name, timeZone, createdAt: now }, select: { id: true } })
  return LearnerId.parse(learner.id)
}

// From here on the password is the way in. A guest's goes, and with it the guest's sessions; the caller starts one for the
// account. A return code goes as well: a teacher may have seen it, and an account is nobody else's.
async function settle(tx: Tx, viewer: Viewer, name: string): Promise<void> {
  await tx.learner.update({ where: { id: viewer.learnerId }, data: { name } })
  await tx.identity.deleteMany({ where: { learnerId: viewer.learnerId, kind: { in: ['guest', 'code'] } } })
}
