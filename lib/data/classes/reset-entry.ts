import 'server-only'
import type { Dice } from '@/lib/core/access/class-code'
import { mayResetEntry } from '@/lib/core/access/classes'
import { makeReturnCode } from '@/lib/core/access/return-code'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { learnersTaughtBy } from './classes-taught-by'
import { hashReturnCode } from './hash-return-code'
import { secureDice } from './secure-dice'

type Reset =
  | { kind: 'reset'; name: string; returnCode: string }
  | { kind: 'rejected'; reason: 'not-found' | 'has-own-identity' }

/** A new return code for a learner who lost theirs; the old one and every session it opened end. */
export async function resetEntry(
  viewer: Viewer,
  who: { classId: ClassId; learnerId: LearnerId },
  now: Date,
  dice: Dice = secureDice,
): Promise<Reset> {
  return db().$transaction(async (tx) => {
    const member = await tx.membership.findFirst({
      where: { classId: who.classId, learnerId: who.learnerId, ...learnersTaughtBy(viewer) },
      select: { name: true, learner: { select: { identities: { select: { id: true, kind: true, classId: true } } } } },
    })
    if (!member) return { kind: 'rejected', reason: 'not-found' }
    const identities = member.learner.identities
    const identity = identities.find((one) => one.kind === 'code')
    if (!identity || !mayResetEntry(identities, who.classId)) return { kind: 'rejected', reason: 'has-own-identity' }
    const returnCode = makeReturnCode(dice)
    await tx.identity.update({ where: { id: identity.id }, data: { returnHash: hashReturnCode(returnCode) } })
    // All of the learner's sessions: one that began as a guest opens the same memory.
    await tx.session.updateMany({
      where: { learnerId: who.learnerId, revokedAt: null },
      data: { revokedAt: now },
    })
    return { kind: 'reset', name: member.name, returnCode }
  })
}
