import { describe, expect, it } from 'vitest'
import { ReviewId } from '@/lib/core/ids'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { submitAttempt } from '@/lib/data/quizzes/submit-attempt'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { anAttempt, choose, later } from '@/test/known-quiz'
import { deleteLearner, findAccount, holdsAnything } from './account'
import { exportLearner } from './export-learner'
import { findSession } from './sessions'

useDatabase()

async function review(
  viewer: Awaited<ReturnType<typeof aLearner>>,
  factId: Awaited<ReturnType<typeof aDeck>>['factIds'][number] | undefined,
) {
  if (!factId) throw new Error('No fact.')
  const id = ReviewId.parse(crypto.randomUUID())
  const rated = { id, factId, itemId: null, revisionId: null, rating: 'good', at: NOW, durationMs: null } as const
  return recordReviews(viewer, [rated], NOW)
}

describe('an export', () => {
  it('holds everything of the viewer’s and nothing of anybody else’s', async () => {
    const [viewer, classmate] = [await aLearner({ name: 'Aizada' }), await aLearner({ name: 'Nobody else' })]
    const [own, theirs] = [await aDeck(viewer), await aDeck(classmate)]
    await review(viewer, own.factIds[0])
    await review(classmate, theirs.factIds[0])
    const { classId } = await aClass(viewer, [classmate])
    await anAssignment(classId, own.deckId)
    const exported = await exportLearner(viewer, NOW)
    expect(exported).toMatchObject({ format: 'bilim', version: 1, learner: { name: 'Aizada', singleKeys: true } })
    expect(exported.documents[0]?.items.length).toBe(own.itemIds.length)
    expect(exported.reviews).toHaveLength(1)
    expect(exported.memories[0]?.fact.statement).toBeTruthy()
    expect(exported.memberships[0]?.class.assignments).toHaveLength(1)
    const text = JSON.stringify(exported)
    expect(text).not.toContain('Nobody else')
    expect(text).not.toContain(classmate.learnerId)
    expect(text).not.toMatch(/passwordHash|returnHash/)
  })

  it('holds the answers of an open test without saying whether they are right, and says it once it is handed in', async () => {
    const { viewer, attemptId, answer } = await anAttempt('test')
    const responses = async () => (await exportLearner(viewer, later(9))).attempts[0]?.responses
    await answer(0, choose('1901'))
    const wrong = await responses()
    await answer(0, choose('1869'))
    const right = await responses()
    expect(right).toEqual(wrong?.map((response) => ({ ...response, response: choose('1869') })))
    expect(JSON.stringify(right)).not.toMatch(/points|correct/)
    await submitAttempt(viewer, attemptId, later(2))
    expect(await responses()).toMatchObject([{ points: 1, correct: true }])
  })

  it('says of a practice at once whether an answer is right, as its screen does', async () => {
    const { viewer, answer } = await anAttempt('practice')
    await answer(0, choose('1901'))
    const { attempts } = await exportLearner(viewer, later(9))
    expect(attempts[0]?.responses).toMatchObject([{ points: 0, correct: false }])
  })
})

describe('deleting an account', () => {
  it('takes everything of the viewer’s at once', async () => {
    const viewer = await aLearner()
    const own = await aDeck(viewer)
    await review(viewer, own.factIds[0])
    expect(holdsAnything(await findAccount(viewer))).toBe(true)
    await deleteLearner(viewer, NOW)
    expect(await findSession(viewer.sessionId, NOW)).toBeNull()
    const left = { ownerId: viewer.learnerId }
    expect(await db().document.count({ where: left })).toBe(0)
    expect(await db().deck.count({ where: left })).toBe(0)
    expect(await db().fact.count({ where: { documentId: own.documentId } })).toBe(0)
    expect(await db().review.count({ where: { learnerId: viewer.learnerId } })).toBe(0)
    expect(await db().identity.count({ where: { learnerId: viewer.learnerId } })).toBe(0)
  })

  it('ends the classes that nobody else teaches and removes their assignments; the learners stay', async () => {
    const [teacher, learner] = [await aLearner(), await aLearner()]
    const { classId } = await aClass(teacher, [learner])
    const deck = await aDeck(teacher)
    await anAssignment(classId, deck.deckId)
    expect((await findAccount(teacher)).holds.classesTaught).toBe(1)
    await deleteLearner(teacher, NOW)
    const ended = await db().class.findUniqueOrThrow({
      where: { id: classId },
      include: { assignments: true, memberships: true },
    })
    expect(ended.endedAt).toEqual(NOW)
    expect(ended.assignments).toHaveLength(0)
    expect(ended.memberships.map(({ learnerId }) => learnerId)).toEqual([learner.learnerId])
  })

  it('leaves a class that another teacher teaches running, without what was the viewer’s', async () => {
    const [teacher, second] = [await aLearner(), await aLearner()]
    const { classId } = await aClass(teacher)
    await db().membership.create({ data: { classId, learnerId: second.learnerId, role: 'teacher', name: 'Second' } })
    const [own, theirs] = [await aDeck(teacher), await aDeck(second)]
    await anAssignment(classId, own.deckId)
    await anAssignment(classId, theirs.deckId)
    await deleteLearner(teacher, NOW)
    const running = await db().class.findUniqueOrThrow({ where: { id: classId }, include: { assignments: true } })
    expect(running.endedAt).toBeNull()
    expect(running.assignments.map(({ deckId }) => deckId)).toEqual([theirs.deckId])
  })

  it('goes through where an author had chosen and edited items', async () => {
    const viewer = await aLearner()
    const { deckId, itemIds } = await aDeck(viewer)
    const [itemId] = itemIds
    if (!itemId) throw new Error('No item.')
    const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { itemId } })
    await db().deckChoice.create({ data: { deckId, itemId, choice: 'accepted', revisionId } })
    await deleteLearner(viewer, NOW)
    expect(await db().item.count({ where: { id: itemId } })).toBe(0)
  })

  it('touches nobody else', async () => {
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    const theirs = await aDeck(stranger)
    await review(stranger, theirs.factIds[0])
    await deleteLearner(viewer, NOW)
    expect((await findAccount(stranger)).holds).toMatchObject({ documents: 1, reviews: 1 })
  })
})
