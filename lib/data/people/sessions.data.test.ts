/** @module-tag engines */
import { addDays, addMinutes } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { SessionId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { aGuest } from '@/test/accounts'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { createSession, findSession, listSessions, revokeAllSessions, revokeSession } from './sessions'

useDatabase()

const aGuestSession = async () => {
  const { learnerId, identityId } = await aGuest('Asia/Bishkek')
  return createSession(learnerId, identityId, NOW)
}

describe('a session', () => {
  it('says who looks and by which way they came in', async () => {
    const viewer = await findSession(await aGuestSession(), NOW)
    expect(viewer).toMatchObject({
      identityKind: 'guest',
      name: '',
      theme: 'system',
      timeZone: 'Asia/Bishkek',
      newPerDay: 20,
    })
  })

  it('is nobody for an id that never was', async () => {
    expect(await findSession(SessionId.parse(crypto.randomUUID()), NOW)).toBeNull()
  })

  it('is nobody once it was taken back', async () => {
    const viewer = await aLearner()
    expect(await findSession(viewer.sessionId, NOW)).not.toBeNull()
    expect(await revokeSession(viewer, viewer.sessionId, NOW)).toEqual({ kind: 'revoked' })
    expect(await findSession(viewer.sessionId, NOW)).toBeNull()
  })

  it('is nobody once it has run out', async () => {
    const sessionId = await aGuestSession()
    expect(await findSession(sessionId, addDays(NOW, 364))).not.toBeNull()
    expect(await findSession(sessionId, addDays(NOW, 366))).toBeNull()
  })

  it('is marked as seen at most once an hour', async () => {
    const sessionId = await aGuestSession()
    const seen = async () => (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt
    await findSession(sessionId, addMinutes(NOW, 59))
    expect(await seen()).toEqual(NOW)
    await findSession(sessionId, addMinutes(NOW, 61))
    expect(await seen()).toEqual(addMinutes(NOW, 61))
  })

  it('of another learner cannot be ended by guessing its id', async () => {
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    expect(await revokeSession(stranger, viewer.sessionId, NOW)).toEqual({
      kind: 'rejected',
      reason: 'no-such-session',
    })
    expect(await findSession(viewer.sessionId, NOW)).not.toBeNull()
  })
})

describe('signing out everywhere', () => {
  it('ends all of the learner’s sessions and nobody else’s', async () => {
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    const otherSession = await createSession(viewer.learnerId, null, NOW)
    expect(await listSessions(viewer, NOW)).toHaveLength(2)
    expect(await revokeAllSessions(viewer, NOW)).toBe(2)
    expect(await findSession(otherSession, NOW)).toBeNull()
    expect(await findSession(viewer.sessionId, NOW)).toBeNull()
    expect(await findSession(stranger.sessionId, NOW)).not.toBeNull()
  })

  it('lists only the learner’s own sessions, this one first', async () => {
    const [viewer] = [await aLearner(), await aLearner()]
    const later = await createSession(viewer.learnerId, null, addMinutes(NOW, 5))
    const listed = await listSessions(viewer, NOW)
    expect(listed.map(({ id, here }) => ({ id, here }))).toEqual([
      { id: viewer.sessionId, here: true },
      { id: later, here: false },
    ])
  })
})
