import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import { type ClassId, LearnerId } from '@/lib/core/ids'
import { makeReturnCode, parseReturnCode, type RandomBelow } from '@/lib/core/people/access-codes'
import { mayResetEntry } from '@/lib/core/people/class-permissions'
import type { Viewer } from '@/lib/core/people/viewer'
import { isThisMachine } from '@/lib/core/shared/rate-limits'
import { db } from '@/lib/db'
import { guess } from '../rate-limits'
import { learnersTaughtBy } from './class-access'

type Returned =
  /** `classId`: the class of the code, while the learner is in it. */
  | { kind: 'returned'; learnerId: LearnerId; identityId: string; classId: string | null }
  | { kind: 'rejected'; reason: 'no-such-code' | 'too-many-tries' }

/** Comes back by personal return code. Nothing else opens a learner who joined by class code: no name, no class code. */
export async function returnWithCode(entry: { code: string; address: string }): Promise<Returned> {
  const tried = await guess(entry.address, 'return-code', async () => {
    const identity = await findIdentity(entry)
    return { found: { identity }, isRight: identity !== null }
  })
  if (!tried) return { kind: 'rejected', reason: 'too-many-tries' }
  if (!tried.identity) return { kind: 'rejected', reason: 'no-such-code' }
  const { id: identityId, classId, learnerId } = tried.identity
  const place = classId ? await db().membership.count({ where: { classId, learnerId } }) : 0
  return {
    kind: 'returned',
    learnerId: LearnerId.parse(learnerId),
    identityId,
    classId: place > 0 ? classId : null,
  }
}

async function findIdentity(entry: { code: string; address: string }) {
  const code = parseReturnCode(entry.code)
  if (!code) return null
  const identity = await db().identity.findFirst({
    where: { kind: 'code', returnHash: hashReturnCode(code) },
    select: { id: true, learnerId: true, classId: true, learner: { select: { demo: true } } },
  })
  // The demo's codes are shown on a screen, so they work on this machine alone.
  return identity?.learner.demo && !isThisMachine(entry.address) ? null : identity
}

type Reset =
  | { kind: 'reset'; name: string; returnCode: string }
  | { kind: 'rejected'; reason: 'not-found' | 'has-own-identity' }

/** A new return code for a learner who lost theirs; the old one and every session it opened end. */
export async function resetEntry(
  viewer: Viewer,
  who: { classId: ClassId; learnerId: LearnerId },
  now: Date,
  randomBelow: RandomBelow = secureRandomBelow,
): Promise<Reset> {
  return db().$transaction(async (tx) => {
    const member = await tx.membership.findFirst({
      where: { classId: who.classId, learnerId: who.learnerId, ...learnersTaughtBy(viewer) },
      select: { name: true, learner: { select: { identities: { select: { id: true, kind: true, classId: true } } } } },
    })
    if (!member) return { kind: 'rejected', reason: 'not-found' }
    const identities = member.learner.identities
    const identity = identities.find(({ kind }) => kind === 'code')
    if (!identity || !mayResetEntry(identities, who.classId)) return { kind: 'rejected', reason: 'has-own-identity' }
    const returnCode = makeReturnCode(randomBelow)
    await tx.identity.update({ where: { id: identity.id }, data: { returnHash: hashReturnCode(returnCode) } })
    // All of the learner's sessions: one that began as a guest opens the same memory.
    await tx.session.updateMany({
      where: { learnerId: who.learnerId, revokedAt: null },
      data: { revokedAt: now },
    })
    return { kind: 'reset', name: member.name, returnCode }
  })
}

/** What is kept of a return code. Its 48 random bits need no salt against tables, and it must be found by itself. */
export function hashReturnCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

/** For codes that open something. Tests may bring their own. */
export const secureRandomBelow: RandomBelow = (below) => randomInt(below)
