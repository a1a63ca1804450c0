import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { authenticate, resetPassword } from './passwords'
import { findSession } from './sessions'

useDatabase()

describe('an operator without mail', () => {
  it('gives an account a new password, and its sessions end', async () => {
    const learner = await aLearner()
    const stranger = await aLearner()
    const email = `${learner.learnerId}@example.org`
    const reset = await resetPassword(` ${email.toUpperCase()} `, NOW)
    if (reset.kind === 'rejected') throw new Error(reset.reason)
    expect(reset.password).toMatch(/^[\w-]{16}$/)
    expect(await authenticate({ email, password: reset.password, address: 'here' }, NOW)).toMatchObject({
      kind: 'authenticated',
      learnerId: learner.learnerId,
    })
    const now = new Date()
    expect(await findSession(learner.sessionId, now)).toBeNull()
    expect(await findSession(stranger.sessionId, now)).not.toBeNull()
    expect(JSON.stringify(await db().identity.findMany())).not.toContain(reset.password)
  })

  it('is told when there is no such account', async () => {
    const code = await aLearner({ identityKind: 'code' })
    for (const email of ['nobody@example.org', 'no mail', '', code.learnerId]) {
      expect(await resetPassword(email, NOW)).toEqual({ kind: 'rejected', reason: 'no-such-account' })
    }
  })
})
