/** @module-tag engines */

import { addHours } from 'date-fns'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ReviewId } from '@/lib/core/ids'
import { RATINGS } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { type ADocument, aClass, aDocument, aLearner, anAssignment, NOW, TEXT } from '@/test/factories'
import { mergeGuest } from './merge-guest'
import { findSession } from './sessions'

useDatabase()

let shipped: ADocument

beforeAll(async () => {
  shipped = await aDocument(await aLearner())
  await db().document.update({ where: { id: shipped.documentId }, data: { ownerId: null } })
  await db().deck.update({ where: { id: shipped.deckId }, data: { ownerId: null } })
})

const aGuest = () => aLearner({ identityKind: 'guest', name: '' })

type Step = { readonly fact: number; readonly hours: number; readonly rating: number; readonly asGuest: boolean }

async function review(viewer: Viewer, step: Step, at: Date, id: string = crypto.randomUUID()) {
  const factId = shipped.factIds[step.fact]
  const rating = RATINGS[step.rating]
  if (!factId || !rating) throw new Error('No such fact or rating.')
  const rated = { id: ReviewId.parse(id), factId, itemId: null, revisionId: null, rating, at, durationMs: 4000 }
  const [saved] = await recordReviews(viewer, [rated], at)
  expect(saved?.kind).toBe('saved')
}

async function memoriesOf({ learnerId }: Viewer) {
  const rows = await db().memory.findMany({ where: { learnerId }, orderBy: { factId: 'asc' } })
  return rows.map(({ learnerId: _, ...row }) => row)
}

async function logOf({ learnerId }: Viewer) {
  const rows = await db().review.findMany({ where: { learnerId }, orderBy: [{ at: 'asc' }, { factId: 'asc' }] })
  return rows.map(({ factId, rating, at, scheduled }) => ({ factId, rating, at, scheduled }))
}

describe('merging a guest into an account', () => {
  it('gives the memories and the log of one learner who did all of the reviews', async () => {
    const step = fc.record({
      fact: fc.integer({ min: 0, max: 2 }),
      hours: fc.integer({ min: 1, max: 60 }),
      rating: fc.integer({ min: 0, max: 3 }),
      asGuest: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const [account, guest, reference] = [await aLearner(), await aGuest(), await aLearner()]
        let at = NOW
        for (const each of steps) {
          at = addHours(at, each.hours)
          await review(each.asGuest ? guest : account, each, at)
          await review(reference, each, at)
        }
        const merged = await mergeGuest(account, guest, at)
        expect(merged).toEqual({ kind: 'merged', reviews: steps.filter(({ asGuest }) => asGuest).length })
        expect(await memoriesOf(account)).toEqual(await memoriesOf(reference))
        expect(await logOf(account)).toEqual(await logOf(reference))
      }),
      { numRuns: 8 },
    )
  })

  it('counts a review that was sent from both sides once', async () => {
    const [account, guest] = [await aLearner(), await aGuest()]
    const id = crypto.randomUUID()
    const step = { fact: 0, hours: 0, rating: 2, asGuest: true }
    await review(account, step, NOW, id)
    await review(guest, step, NOW, id)
    expect(await mergeGuest(account, guest, NOW)).toEqual({ kind: 'merged', reviews: 0 })
    expect(await logOf(account)).toHaveLength(1)
  })

  it('brings documents, decks, attempts and classes along, and then the guest is gone', async () => {
    const [account, guest, teacher] = [await aLearner(), await aGuest(), await aLearner()]
    const own = await aDocument(guest, `${TEXT}\nThis one is the guest's.\n`)
    const { classId } = await aClass(teacher, [guest])
    const quiz = await db().quiz.create({ data: { ownerId: guest.learnerId, deckId: own.deckId, title: 'Lakes' } })
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { item: { documentId: own.documentId } } })
    const answer = { position: 0, revisionId, response: {}, points: 1, correct: true, answeredAt: NOW }
    await db().attempt.create({ data: { learnerId: guest.learnerId, quizId: quiz.id, responses: { create: answer } } })
    await mergeGuest(account, guest, NOW)
    const mine = { ownerId: account.learnerId }
    expect(await db().document.count({ where: mine })).toBe(1)
    expect(await db().deck.count({ where: mine })).toBe(1)
    expect(await db().quiz.count({ where: mine })).toBe(1)
    expect(await db().response.count({ where: { learnerId: account.learnerId } })).toBe(1)
    expect(await db().membership.count({ where: { classId, learnerId: account.learnerId } })).toBe(1)
    expect(await db().learner.count({ where: { id: guest.learnerId } })).toBe(0)
    expect(await findSession(guest.sessionId, NOW)).toBeNull()
  })

  it('brings what the guest laid on facts along, and takes nothing off that the account has laid', async () => {
    const [account, guest] = [await aLearner(), await aGuest()]
    const [mine = '', theirs = ''] = shipped.factIds
    const flag = (viewer: Viewer, factId: string, starred: boolean) =>
      db().factFlag.create({ data: { learnerId: viewer.learnerId, factId, starred } })
    await flag(account, mine, true)
    await flag(guest, mine, false)
    await flag(guest, theirs, true)
    const day = new Date('2026-12-20')
    await db().exam.create({ data: { learnerId: guest.learnerId, deckId: shipped.deckId, day } })
    await mergeGuest(account, guest, NOW)
    const flags = await db().factFlag.findMany({ where: { learnerId: account.learnerId } })
    expect(flags.map(({ factId, starred }) => [factId, starred]).sort()).toEqual(
      [
        [mine, true],
        [theirs, true],
      ].sort(),
    )
    expect(await db().exam.count({ where: { learnerId: account.learnerId, day } })).toBe(1)
  })

  it('keeps both copies of a text that both had, with what was learned on each', async () => {
    const [account, guest] = [await aLearner(), await aGuest()]
    const text = `${TEXT}\nBoth have this one.\n`
    const [first, second] = [await aDocument(account, text), await aDocument(guest, text)]
    await mergeGuest(account, guest, NOW)
    const kept = await db().document.findMany({ where: { ownerId: account.learnerId }, select: { id: true } })
    expect(kept.map(({ id }) => id).sort()).toEqual([first.documentId, second.documentId].sort())
  })

  it('leaves the account one place in a class that both were in', async () => {
    const [account, guest, teacher] = [await aLearner({ name: 'A' }), await aGuest(), await aLearner()]
    const { classId } = await aClass(teacher, [account, guest])
    await mergeGuest(account, guest, NOW)
    const places = await db().membership.findMany({ where: { classId, role: 'learner' } })
    expect(places.map(({ learnerId, name }) => ({ learnerId, name }))).toEqual([
      { learnerId: account.learnerId, name: 'A' },
    ])
  })

  it('takes a class code’s learner too, whose return code then opens nothing', async () => {
    const [account, guest] = [await aLearner(), await aLearner({ identityKind: 'code', name: 'Meerim' })]
    expect((await mergeGuest(account, guest, NOW)).kind).toBe('merged')
    const identities = await db().identity.findMany({ where: { learnerId: account.learnerId } })
    expect(identities.map(({ kind }) => kind)).toEqual(['account'])
    expect(await db().identity.count({ where: { learnerId: guest.learnerId } })).toBe(0)
  })

  it('is refused for a learner who has an account, whatever their session says', async () => {
    const [account, victim, teacher] = [await aLearner(), await aLearner(), await aLearner()]
    const { classId } = await aClass(teacher, [victim])
    await anAssignment(classId, shipped.deckId)
    const refused = { kind: 'rejected', reason: 'not-a-guest' }
    expect(await mergeGuest(account, victim, NOW)).toEqual(refused)
    expect(await mergeGuest(account, { ...victim, identityKind: 'guest' }, NOW)).toEqual(refused)
    expect(await db().learner.count({ where: { id: victim.learnerId } })).toBe(1)
  })

  it('is refused with oneself', async () => {
    const guest = await aGuest()
    expect(await mergeGuest(guest, guest, NOW)).toEqual({ kind: 'rejected', reason: 'not-a-guest' })
    expect(await findSession(guest.sessionId, NOW)).not.toBeNull()
  })
})
