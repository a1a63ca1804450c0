import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aGuest, anAccount, anAddress, anEmail, LOCAL_ADDRESS, PASSWORD } from '@/test/accounts'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { AccountSettings, updateAccount } from './account'
import { NewAccount } from './credentials'
import { createAccount, signInWithOidc } from './identities'
import { authenticate, changePassword } from './passwords'
import { createSession, findSession } from './sessions'

useDatabase()

async function viewerOf(learner: { learnerId: Parameters<typeof createSession>[0]; identityId: string | null }) {
  const viewer = await findSession(await createSession(learner.learnerId, learner.identityId, NOW), NOW)
  if (!viewer) throw new Error('No session.')
  return viewer
}

describe('an account', () => {
  it('keeps the password as argon2id and never as it is', async () => {
    const { identityId } = await anAccount()
    const row = await db().identity.findUniqueOrThrow({ where: { id: identityId } })
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(row)).not.toContain(PASSWORD)
  })

  it('made by a guest keeps the guest’s learner, and ends the guest’s sessions', async () => {
    const guest = await aGuest()
    const before = await viewerOf(guest)
    const email = anEmail()
    const created = await createAccount(
      before,
      { name: 'Beksultan', email, password: PASSWORD, address: anAddress() },
      NOW,
    )
    expect(created).toMatchObject({ kind: 'created', learnerId: guest.learnerId })
    expect(await findSession(before.sessionId, NOW)).toBeNull()
    const identities = await db().identity.findMany({ where: { learnerId: guest.learnerId } })
    expect(identities.map(({ kind }) => kind)).toEqual(['account'])
  })

  it('made by a class code’s learner ends the return code, which a teacher may have seen', async () => {
    const viewer = await aLearner({ identityKind: 'code' })
    await createAccount(viewer, { name: 'Cholpon', email: anEmail(), password: PASSWORD, address: anAddress() }, NOW)
    const identities = await db().identity.findMany({
      where: { learnerId: viewer.learnerId },
      orderBy: { kind: 'asc' },
    })
    expect(identities.map(({ kind }) => kind)).toEqual(['account'])
  })

  it('is refused for an e-mail that has one, however it is written, and then nothing is kept', async () => {
    const { email } = await anAccount()
    const guest = await aGuest()
    const viewer = await viewerOf(guest)
    const parsed = NewAccount.parse({ name: 'X', email: ` ${email.toUpperCase()} `, password: PASSWORD })
    const again = { ...parsed, address: anAddress() }
    expect(await createAccount(viewer, again, NOW)).toEqual({ kind: 'rejected', reason: 'email-taken' })
    const learner = await db().learner.findUniqueOrThrow({ where: { id: guest.learnerId } })
    expect(learner.name).toBe('')
    expect(await findSession(viewer.sessionId, NOW)).not.toBeNull()
  })

  it('is refused to somebody who has one', async () => {
    const viewer = await aLearner()
    const account = { name: 'X', email: anEmail(), password: PASSWORD, address: anAddress() }
    expect(await createAccount(viewer, account, NOW)).toEqual({ kind: 'rejected', reason: 'has-account' })
  })

  it.each(['1234567', 'x'.repeat(257)])('wants a password of 8 to 256 characters, not %s', (password) => {
    expect(NewAccount.safeParse({ name: 'X', email: 'x@example.org', password }).success).toBe(false)
  })
})

describe('changing the password', () => {
  it('wants the old one, and then signs out every other device', async () => {
    const account = await anAccount()
    const [viewer, otherDevice] = [await viewerOf(account), await viewerOf(account)]
    const change = (current: string) =>
      changePassword(viewer, { current, next: 'another good one', address: anAddress() }, NOW)
    expect(await change('wrong')).toEqual({ kind: 'rejected', reason: 'wrong-password' })
    expect(await findSession(otherDevice.sessionId, NOW)).not.toBeNull()
    expect(await change(PASSWORD)).toEqual({ kind: 'changed' })
    expect(await findSession(otherDevice.sessionId, NOW)).toBeNull()
    expect(await findSession(viewer.sessionId, NOW)).not.toBeNull()
    const { email } = account
    expect((await authenticate({ email, password: PASSWORD, address: anAddress() }, NOW)).kind).toBe('rejected')
    const next = { email, password: 'another good one', address: anAddress() }
    expect((await authenticate(next, NOW)).kind).toBe('authenticated')
  })

  it('gives no endless guesses at the old one', async () => {
    const viewer = await viewerOf(await anAccount())
    const guess = () => changePassword(viewer, { current: 'x', next: 'another good one', address: anAddress() }, NOW)
    for (let tries = 0; tries < 6; tries += 1) await guess()
    expect(await guess()).toMatchObject({ kind: 'rejected', reason: 'too-many-tries' })
  })

  it('is refused to those who have none', async () => {
    const viewer = await aLearner({ identityKind: 'code' })
    const passwords = { current: '', next: 'another good one', address: LOCAL_ADDRESS }
    expect(await changePassword(viewer, passwords, NOW)).toEqual({ kind: 'rejected', reason: 'no-password' })
  })
})

describe('an identity that a provider vouches for', () => {
  const identity = { issuer: 'https://id.example.org', subject: 'person-1', name: 'Dastan' }

  it('joins the guest who is here, and is the same learner the next time', async () => {
    const guest = await aGuest()
    const first = await signInWithOidc(await viewerOf(guest), identity, NOW)
    expect(first.learnerId).toBe(guest.learnerId)
    expect(await signInWithOidc(null, identity, NOW)).toEqual(first)
  })

  it('opens nobody’s account by a name or an e-mail alone', async () => {
    const { learnerId } = await anAccount()
    const vouched = await signInWithOidc(null, { ...identity, subject: 'person-2', name: 'Aizada' }, NOW)
    expect(vouched.learnerId).not.toBe(learnerId)
  })
})

describe('settings', () => {
  const settings = {
    name: 'Erlan',
    theme: 'dark',
    timeZone: 'Asia/Bishkek',
    dayStartHour: '5',
    desiredRetention: '0.92',
    newPerDay: '10',
    duePerDay: '150',
    singleKeys: 'off',
  }

  it('are the viewer’s own and nobody else’s', async () => {
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    await updateAccount(viewer, AccountSettings.parse(settings))
    expect(await findSession(viewer.sessionId, NOW)).toMatchObject({
      name: 'Erlan',
      theme: 'dark',
      desiredRetention: 0.92,
      singleKeys: false,
    })
    const before = { name: 'Aizada', theme: 'system', singleKeys: true }
    expect(await findSession(stranger.sessionId, NOW)).toMatchObject(before)
  })

  it.each([
    { timeZone: 'Mars/Olympus' },
    { dayStartHour: '24' },
    { desiredRetention: '0.99' },
    { newPerDay: '-1' },
    { newPerDay: '' },
    { duePerDay: '0' },
    { singleKeys: '' },
    { theme: 'sepia' },
    { name: 'x'.repeat(81) },
  ])('are refused out of range: %o', (wrong) => {
    expect(AccountSettings.safeParse({ ...settings, ...wrong }).success).toBe(false)
  })
})
