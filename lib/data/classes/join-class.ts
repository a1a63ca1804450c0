import 'server-only'
import { ClassId, LearnerId } from '@/lib/core/ids'
import { makeReturnCode, parseClassCode, type RandomBelow } from '@/lib/core/people/access-codes'
import { sameName, tidyName } from '@/lib/core/people/names'
import type { Viewer } from '@/lib/core/people/viewer'
import { JOINED_PER_ADDRESS } from '@/lib/core/shared/rate-limits'
import { db, type Tx } from '@/lib/db'
import { guess, takeFromAll } from '../rate-limits'
import { hashReturnCode, secureRandomBelow } from './return-with-code'

type Joined = {
  kind: 'joined'
  classId: ClassId
  learnerId: LearnerId
  /** The identity that the session names; null when the viewer's session stays as it is. */
  identityId: string | null
  /** To be shown once; null when the learner can already come back. */
  returnCode: string | null
}
export type JoinRefusal =
  | 'no-such-code'
  | 'class-ended'
  | 'name-missing'
  | 'name-taken'
  | 'class-full'
  | 'too-many-tries'
  | 'too-many-joined'
export type JoinRefused =
  | { kind: 'rejected'; reason: Exclude<JoinRefusal, 'too-many-joined'> }
  | { kind: 'rejected'; reason: 'too-many-joined'; tryAgainAt: Date }
type JoinResult = Joined | JoinRefused

// So that a code that becomes public does not fill the class with strangers.
const LEARNERS_LIMIT = 300

/** Joins by code and name, no e-mail. A viewer keeps their learner; a stranger becomes one with a personal return code. */
export async function joinClass(
  entry: { code: string; name: string; address: string; timeZone?: string },
  viewer: Viewer | null,
  now: Date,
  randomBelow: RandomBelow = secureRandomBelow,
): Promise<JoinResult> {
  const name = tidyName(entry.name)
  if (!name) return { kind: 'rejected', reason: 'name-missing' }
  const tried = await guess(entry.address, 'class-code', async () => {
    const code = parseClassCode(entry.code)
    const found: JoinResult = code
      ? await enterWithinLimits({ ...entry, code, name }, viewer, now, randomBelow)
      : { kind: 'rejected', reason: 'no-such-code' }
    return { found, isRight: found.kind === 'joined' || found.reason !== 'no-such-code' }
  })
  return tried ?? { kind: 'rejected', reason: 'too-many-tries' }
}

async function enterWithinLimits(
  entry: { code: string; name: string; address: string; timeZone?: string },
  viewer: Viewer | null,
  now: Date,
  randomBelow: RandomBelow,
): Promise<JoinResult> {
  const taken = await takeFromAll(JOINED_PER_ADDRESS, entry.address, now)
  if (taken.kind === 'rejected') return { ...taken, reason: 'too-many-joined' }
  const result = await db().$transaction((tx) =>
    enter(tx, { ...entry, timeZone: entry.timeZone ?? 'UTC' }, viewer, now, randomBelow),
  )
  // Nobody was added: the viewer was in the class already, or was refused.
  if (result.kind === 'rejected' || !result.identityId) await taken.giveBack()
  return result
}

async function enter(
  tx: Tx,
  entry: { code: string; name: string; timeZone: string },
  viewer: Viewer | null,
  now: Date,
  randomBelow: RandomBelow,
): Promise<JoinResult> {
  // Locked, so that two learners cannot take one name at the same moment.
  const [found] = await tx.$queryRaw<{ id: string; endedAt: Date | null }[]>`
    SELECT id::text AS id, "endedAt" FROM "Class" WHERE code = ${entry.code} FOR UPDATE`
  if (!found) return { kind: 'rejected', reason: 'no-such-code' }
  const classId = ClassId.parse(found.id)
  const members = await tx.membership.findMany({ where: { classId }, select: { learnerId: true, name: true } })
  if (viewer && members.some((member) => member.learnerId === viewer.learnerId)) {
    return { kind: 'joined', classId, learnerId: viewer.learnerId, identityId: null, returnCode: null }
  }
  if (found.endedAt) return { kind: 'rejected', reason: 'class-ended' }
  if (members.some((member) => sameName(member.name, entry.name))) return { kind: 'rejected', reason: 'name-taken' }
  if (members.length > LEARNERS_LIMIT) return { kind: 'rejected', reason: 'class-full' }
  const learnerId = viewer?.learnerId ?? (await createLearner(tx, entry, now))
  await tx.membership.create({ data: { classId, learnerId, role: 'learner', name: entry.name, joinedAt: now } })
  const identity = await giveReturnCode(tx, { classId, learnerId, name: entry.name }, now, randomBelow)
  return {
    kind: 'joined',
    classId,
    learnerId,
    identityId: identity?.identityId ?? null,
    returnCode: identity?.returnCode ?? null,
  }
}

async function createLearner(tx: Tx, who: { name: string; timeZone: string }, now: Date): Promise<LearnerId> {
  const { name, timeZone } = who
  const made = await tx.learner.create({ data: { name, timeZone, createdAt: now }, select: { id: true } })
  return LearnerId.parse(made.id)
}

/** A return code for a learner whose only identity is this browser's cookie; null for everyone else. */
async function giveReturnCode(
  tx: Tx,
  who: { classId: ClassId; learnerId: LearnerId; name: string },
  now: Date,
  randomBelow: RandomBelow,
): Promise<{ identityId: string; returnCode: string } | null> {
  const waysBack = await tx.identity.count({ where: { learnerId: who.learnerId, kind: { not: 'guest' } } })
  if (waysBack > 0) return null
  await tx.learner.update({ where: { id: who.learnerId }, data: { name: who.name } })
  const returnCode = makeReturnCode(randomBelow)
  const identity = await tx.identity.create({
    data: {
      learnerId: who.learnerId,
      kind: 'code',
      classId: who.classId,
      returnHash: hashReturnCode(returnCode),
      createdAt: now,
    },
    select: { id: true },
  })
  return { identityId: identity.id, returnCode }
}
