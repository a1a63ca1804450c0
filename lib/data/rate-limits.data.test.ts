/** @module-tag engines */
import { describe, expect, it } from 'vitest'
import { anAddress, anEmail, PASSWORD } from '@/test/accounts'
import { anOpenClass, joinAs } from '@/test/classes'
import { useDatabase } from '@/test/database'
import { aLearner, NOW, TEXT } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import type { Viewer } from '../core/people/viewer'
import {
  ACCOUNTS_PER_ADDRESS,
  DOCUMENT_LIMITS,
  GUESTS_PER_ADDRESS,
  JOINED_PER_ADDRESS,
  type Limit,
  minutesUntil,
  OWN_DOCUMENT_LIMITS,
  waitOf,
} from '../core/shared/rate-limits'
import { db } from '../db'
import { joinClass } from './classes/join-class'
import { copyDeck } from './copy-deck/copy-deck'
import { openSharedDeck, shareDeck } from './decks/share-deck'
import { importWithinLimits } from './documents/import-document'
import { createAccount, createGuest } from './people/identities'
import { takeFromLimits } from './rate-limits'

useDatabase()

/** As if all but `left` had been taken from here already. */
async function useUp([limit]: readonly Limit[], key: string, left: number): Promise<void> {
  if (!limit) throw new Error('There is no limit.')
  const taken = await takeFromLimits([{ limit, key, points: limit.points - left }], NOW)
  expect(taken.kind).toBe('taken')
}

const REACHED = { kind: 'rejected', reason: 'limit-reached', tryAgainAt: expect.any(Date) }

describe('what one address may make', () => {
  it('is a number of guests at once, however many ask, and says until when', async () => {
    const address = anAddress()
    await useUp(GUESTS_PER_ADDRESS, address, 3)
    const before = await db().learner.count()
    const made = await Promise.all(Array.from({ length: 10 }, () => createGuest({ address, timeZone: 'UTC' }, NOW)))
    const refused = made.filter(({ kind }) => kind === 'rejected')
    expect(refused).toHaveLength(7)
    expect(await db().learner.count()).toBe(before + 3)
    const [first] = refused
    const wait = first?.kind === 'rejected' ? first.tryAgainAt.getTime() - NOW.getTime() : 0
    expect(wait / 60_000).toBeGreaterThan(50)
    expect(wait / 60_000).toBeLessThanOrEqual(60)
    expect(await createGuest({ address: anAddress(), timeZone: 'UTC' }, NOW)).toMatchObject({ kind: 'created' })
  })

  it('is a number of accounts, of which none is made beyond it', async () => {
    const address = anAddress()
    const sign = () => createAccount(null, { name: 'Aizada', email: anEmail(), password: PASSWORD, address }, NOW)
    await useUp(ACCOUNTS_PER_ADDRESS, address, 1)
    expect(await sign()).toMatchObject({ kind: 'created' })
    expect(await sign()).toEqual(REACHED)
  })

  it('is a number of learners who join by a code', async () => {
    const { code, classId } = await anOpenClass(await aLearner())
    const address = anAddress()
    await useUp(JOINED_PER_ADDRESS, address, 1)
    const join = (name: string) => joinClass({ code, name, address }, null, NOW)
    await joinAs(code, 'Nurlan')
    // A name that is taken, or none, costs nothing.
    expect(await join('Nurlan')).toEqual({ kind: 'rejected', reason: 'name-taken' })
    expect(await join(' ')).toEqual({ kind: 'rejected', reason: 'name-missing' })
    expect(await join('Emil')).toMatchObject({ kind: 'joined' })
    expect(await join('Aida')).toEqual({ ...REACHED, reason: 'too-many-joined' })
    expect(await db().membership.count({ where: { classId, role: 'learner' } })).toBe(2)
  })

  it('says of the limit of a day until when it is', async () => {
    const { code } = await anOpenClass(await aLearner())
    const address = anAddress()
    await useUp(JOINED_PER_ADDRESS.slice(1), address, 0)
    const refused = await joinClass({ code, name: 'Emil', address }, null, NOW)
    const until = 'tryAgainAt' in refused ? refused.tryAgainAt : NOW
    expect(waitOf(minutesUntil(until, NOW)).hours).toBe(24)
  })
})

describe('documents', () => {
  const send = (viewer: Viewer, address: string, content = TEXT) =>
    importWithinLimits(viewer, { title: null, content, fileName: null, address }, {}, NOW)

  it('of a guest are twenty an hour, and an account at the same address has its own', async () => {
    const guest = await aLearner({ identityKind: 'guest' })
    const address = anAddress()
    for (let sent = 0; sent < 20; sent += 1) {
      expect(await send(guest, address, '  ')).toMatchObject({ kind: 'rejected', reason: 'blank' })
    }
    expect(await send(guest, address)).toEqual(REACHED)
    expect(await db().document.count({ where: { ownerId: guest.learnerId } })).toBe(0)
    expect(await send(await aLearner(), address)).toMatchObject({ kind: 'imported' })
  })

  it('count their letters only where they are saved', async () => {
    const guest = await aLearner({ identityKind: 'guest' })
    const address = anAddress()
    // Four are more than a guest may save in a day, and none is read.
    for (let sent = 0; sent < 4; sent += 1) {
      expect(await send(guest, address, 'x'.repeat(1_000_001))).toMatchObject({ reason: 'too-long' })
    }
    expect(await send(guest, address)).toMatchObject({ kind: 'imported', fresh: true })
  })

  it('of an address are bounded by their number and by their letters, and a guest has nothing beside them', async () => {
    const { documents, characters } = DOCUMENT_LIMITS.guest.address
    for (const limit of [documents, characters]) {
      const address = anAddress()
      await useUp([limit], address, 0)
      expect(await send(await aLearner({ identityKind: 'guest' }), address)).toEqual(REACHED)
      expect(await send(await aLearner({ identityKind: 'guest' }), anAddress())).toMatchObject({ kind: 'imported' })
    }
  })

  it('of a known person are some a day where others have used up what their address may send', async () => {
    const { documents, characters } = DOCUMENT_LIMITS.known.address
    const address = anAddress()
    await useUp([documents], address, 0)
    await useUp([characters], address, 0)
    for (const limit of [OWN_DOCUMENT_LIMITS.documents, OWN_DOCUMENT_LIMITS.characters]) {
      const teacher = await aLearner()
      expect(await send(teacher, address)).toMatchObject({ kind: 'imported', fresh: true })
      const colleague = await aLearner()
      await useUp([limit], colleague.learnerId, 0)
      expect(await send(colleague, address)).toEqual(REACHED)
    }
  })

  it('are counted when they are copied, with the length of their text', async () => {
    const reader = await aLearner()
    const address = anAddress()
    const { owner, deckId } = await aSharedDeck(reader)
    const { characters } = DOCUMENT_LIMITS.known.person
    await useUp([characters], reader.learnerId, 3)
    const asked = { title: null, address }
    expect(await copyDeck(reader, deckId, asked, NOW)).toEqual(REACHED)
    // A second deck of their own makes no document.
    expect(await copyDeck(owner, deckId, asked, NOW)).toMatchObject({ kind: 'copied' })
    expect(await db().document.count({ where: { ownerId: reader.learnerId } })).toBe(0)
  })
})

/** One that the reader has opened by its link. */
async function aSharedDeck(reader: Viewer) {
  const owner = await aLearner()
  const { deckId } = await aKnownQuiz(owner)
  const shared = await shareDeck(owner, deckId, NOW)
  if (shared.kind !== 'shared') throw new Error(shared.reason)
  await openSharedDeck(reader, { secret: shared.secret, address: anAddress() }, NOW)
  return { owner, deckId }
}
