import 'server-only'
import { LearnerId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { ACCOUNTS_PER_ADDRESS, GUESTS_PER_ADDRESS } from '@/lib/core/shared/rate-limits'
import { db, type Tx } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type LimitReached, takeFromAll } from '../rate-limits'
import { hashPassword, type NewAccount } from './credentials'

/** What a session is started with: a learner, and how they proved to be that learner. */
export type LearnerIdentity = { readonly learnerId: LearnerId; readonly identityId: string }

type CreatedGuest = { readonly kind: 'created' } & LearnerIdentity

/** A learner without a name, who can come back by the session cookie alone. `timeZone`: IANA name, as the browser gave it. */
export async function createGuest(
  { address, timeZone }: { readonly address: string; readonly timeZone: string },
  now: Date,
): Promise<CreatedGuest | LimitReached> {
  const taken = await takeFromAll(GUESTS_PER_ADDRESS, address, now)
  if (taken.kind === 'rejected') return taken
  const learner = await db().learner.create({
    data: { name: '', timeZone, createdAt: now, identities: { create: { kind: 'guest', createdAt: now } } },
    select: { id: true, identities: { select: { id: true } } },
  })
  const identity = learner.identities[0]
  if (!identity) throw new Error('A guest was created without an identity.')
  return { kind: 'created', learnerId: LearnerId.parse(learner.id), identityId: identity.id }
}

export type CreatedAccount =
  | ({ kind: 'created' } & LearnerIdentity)
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
      if (viewer) await replaceFormerIdentities(tx, viewer, account.name)
      return { kind: 'created', learnerId, identityId: identity.id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'rejected', reason: 'email-taken' }
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

// Deleting the guest identity ends the guest's sessions; the caller starts one for the account. The return code goes as
// well: a teacher may have seen it, and must not be able to open an account with it.
async function replaceFormerIdentities(tx: Tx, viewer: Viewer, name: string): Promise<void> {
  await tx.learner.update({ where: { id: viewer.learnerId }, data: { name } })
  await tx.identity.deleteMany({ where: { learnerId: viewer.learnerId, kind: { in: ['guest', 'code'] } } })
}

export type OidcIdentity = { readonly issuer: string; readonly subject: string; readonly name: string }

/**
 * The learner of an OIDC subject. A subject seen for the first time is added to the guest on this device, or to a new
 * learner. Nothing is matched by e-mail: a provider that lets people choose theirs would open other people's accounts.
 */
export async function signInWithOidc(
  viewer: Viewer | null,
  { issuer, subject, name }: OidcIdentity,
  now: Date,
): Promise<LearnerIdentity> {
  return db().$transaction(async (tx) => {
    const known = await tx.identity.findUnique({ where: { issuer_subject: { issuer, subject } } })
    if (known) return { learnerId: LearnerId.parse(known.learnerId), identityId: known.id }
    const learnerId =
      viewer?.identityKind === 'guest'
        ? viewer.learnerId
        : LearnerId.parse((await tx.learner.create({ data: { name, createdAt: now } })).id)
    const identity = await tx.identity.create({ data: { learnerId, kind: 'oidc', issuer, subject, createdAt: now } })
    if (viewer?.identityKind === 'guest') {
      await tx.learner.update({ where: { id: learnerId }, data: { name } })
      await tx.identity.deleteMany({ where: { learnerId, kind: 'guest' } })
    }
    return { learnerId, identityId: identity.id }
  })
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
