import { describe, expect, it } from 'vitest'
import { anAccount, anAddress, anEmail, LOCAL_ADDRESS, PASSWORD } from '@/test/accounts'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { Credentials } from './credentials'
import { authenticate } from './passwords'

useDatabase()

describe('signing in', () => {
  it('opens with the right password, however the e-mail is written', async () => {
    const { email, learnerId, identityId } = await anAccount()
    const typed = Credentials.parse({ email: ` ${email.toUpperCase()}`, password: PASSWORD })
    expect(await authenticate({ ...typed, address: anAddress() }, NOW)).toEqual({
      kind: 'authenticated',
      learnerId,
      identityId,
    })
  })

  it('gives a wrong password and an unknown e-mail the same answer', async () => {
    const { email } = await anAccount()
    const refused = { kind: 'rejected', reason: 'wrong-email-or-password' }
    expect(await authenticate({ email, password: 'wrong', address: anAddress() }, NOW)).toEqual(refused)
    expect(await authenticate({ email: anEmail(), password: PASSWORD, address: anAddress() }, NOW)).toEqual(refused)
  })

  it('takes about as long for an unknown e-mail as for a wrong password', async () => {
    const { email } = await anAccount()
    // The processor's time: how long the clock shows depends on what else the machine does.
    const time = async (who: string) => {
      const began = process.cpuUsage()
      await authenticate({ email: who, password: 'wrong', address: anAddress() }, NOW)
      const { user, system } = process.cpuUsage(began)
      return user + system
    }
    await time(anEmail())
    const [known, unknown] = [[] as number[], [] as number[]]
    for (let turn = 0; turn < 5; turn += 1) {
      known.push(await time(email))
      unknown.push(await time(anEmail()))
    }
    // Without the hash of nobody the ratio is about ten.
    expect(Math.min(...known) / Math.min(...unknown)).toBeLessThan(2)
  })

  it('is refused after six wrong tries at one e-mail, even with the right password, and says until when', async () => {
    const { email } = await anAccount()
    for (let tries = 0; tries < 6; tries += 1) {
      await authenticate({ email, password: 'wrong', address: anAddress() }, NOW)
    }
    const result = await authenticate({ email, password: PASSWORD, address: anAddress() }, NOW)
    expect(result).toMatchObject({ kind: 'rejected', reason: 'too-many-tries' })
    const minutes = result.kind === 'rejected' && 'tryAgainAt' in result ? +result.tryAgainAt - +NOW : 0
    expect(minutes / 60_000).toBeGreaterThan(13)
    expect(minutes / 60_000).toBeLessThanOrEqual(15)
  })

  it('is refused to an address after sixty wrong tries at many e-mails, and to no other address', async () => {
    const { email } = await anAccount()
    const address = anAddress()
    const tries = Array.from({ length: 60 }, () => authenticate({ email: anEmail(), password: 'x', address }, NOW))
    await Promise.all(tries)
    expect(await authenticate({ email, password: PASSWORD, address }, NOW)).toMatchObject({ reason: 'too-many-tries' })
    expect((await authenticate({ email, password: PASSWORD, address: anAddress() }, NOW)).kind).toBe('authenticated')
  })

  it('counts right passwords against nobody', async () => {
    const { email } = await anAccount()
    const address = anAddress()
    for (let tries = 0; tries < 8; tries += 1) {
      expect((await authenticate({ email, password: PASSWORD, address }, NOW)).kind).toBe('authenticated')
    }
  })

  it('lets the demo in from this machine only', async () => {
    const { email } = await anAccount({ demo: true })
    const from = (address: string) => authenticate({ email, password: PASSWORD, address }, NOW)
    for (const address of ['192.168.1.20', 'unknown', '127.0.0.1.example.org', '::ffff:192.168.1.20']) {
      expect(await from(address)).toEqual({ kind: 'rejected', reason: 'demo-elsewhere' })
    }
    for (const address of [LOCAL_ADDRESS, '::1', '::ffff:127.0.0.1']) {
      expect((await from(address)).kind).toBe('authenticated')
    }
  })
})
