import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AssignmentId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, NOW } from '@/test/factories'
import { aKnownQuiz, anAttempt, later } from '@/test/known-quiz'
import { refreshDecks } from '@/test/refresh-decks'
import { countAskable, createQuiz } from './create-quiz'
import { findQuiz } from './find-quiz'
import { startAttempt } from './start-attempt'

useDatabase()

describe('making a quiz', () => {
  it('asks each fact at most once and keeps the revisions it was made of', async () => {
    const viewer = await aLearner()
    const { deckId } = await aDeck(viewer)
    const made = await createQuiz(viewer, { deckId, count: 5, mode: 'practice' }, 7, NOW)
    if (made.kind !== 'created') throw new Error(made.reason)
    const questions = await db().quizQuestion.findMany({
      where: { quizId: made.quizId },
      include: { revision: { include: { item: { include: { facts: true } } } } },
    })
    const facts = questions.flatMap(({ revision }) => [...new Set(revision.item.facts.map(({ factId }) => factId))])
    expect(questions).toHaveLength(made.questions)
    expect(made.questions).toBeGreaterThan(0)
    expect(new Set(facts).size).toBe(facts.length)
    expect(questions.every(({ revision }) => revision.item.type !== 'flashcard')).toBe(true)
  })
  it('the same seed makes the same questions', async () => {
    const viewer = await aLearner()
    const { deckId } = await aKnownQuiz(viewer)
    const revisions = async () => {
      const made = await createQuiz(viewer, { deckId, count: 4, mode: 'practice' }, 3, NOW)
      if (made.kind !== 'created') throw new Error(made.reason)
      const rows = await db().quizQuestion.findMany({ where: { quizId: made.quizId }, orderBy: { position: 'asc' } })
      return rows.map(({ revisionId }) => revisionId)
    }
    expect(await revisions()).toEqual(await revisions())
  })
  it('is as long as was said before, and says when there is nothing to ask', async () => {
    const viewer = await aLearner()
    const { deckId } = await aKnownQuiz(viewer)
    const all = await createQuiz(viewer, { deckId, count: 50, mode: 'test' }, 1, NOW)
    expect(all).toMatchObject({ kind: 'created', questions: (await countAskable(viewer, deckId)).questions })
    await db().deckChoice.createMany({
      data: (await db().item.findMany({ where: { document: { decks: { some: { id: deckId } } } } })).map(({ id }) => ({
        deckId,
        itemId: id,
        choice: 'rejected' as const,
      })),
    })
    await refreshDecks()
    expect(await createQuiz(viewer, { deckId, count: 5, mode: 'test' }, 1, NOW)).toEqual({
      kind: 'rejected',
      reason: 'no-questions',
    })
  })
  it('can be held to some facts', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aKnownQuiz(viewer)
    const [first] = factIds
    expect(
      await createQuiz(viewer, { deckId, count: 5, mode: 'practice', facts: first ? [first] : [] }, 1, NOW),
    ).toMatchObject({ questions: 1 })
  })
  it('is refused on a stranger’s deck', async () => {
    const [owner, stranger] = [await aLearner(), await aLearner()]
    const { deckId } = await aKnownQuiz(owner)
    expect(await createQuiz(stranger, { deckId, count: 5, mode: 'practice' }, 1, NOW)).toEqual({
      kind: 'rejected',
      reason: 'not-found',
    })
    expect(await countAskable(stranger, deckId)).toEqual({ facts: 0, questions: 0, leavesOut: false })
  })
  it('counts each fact that a question asks, and leaves out nothing where one question asks two', async () => {
    const viewer = await aLearner()
    const towns = ['Karakol', 'Naryn']
    const rows = [{ type: 'multiple', stem: 'Which are towns?', key: towns, options: [...towns, 'Chu'], facts: [0, 1] }]
    const text = 'Karakol was founded in 1869. Naryn was founded in 1868.'
    const { deckId } = await aKnownQuiz(viewer, 'practice', { text, facts: [/Karakol.*?\./, /Naryn.*?\./], rows })
    expect(await countAskable(viewer, deckId)).toEqual({ facts: 2, questions: 1, leavesOut: false })
  })
  it('leaves out the question that another would give away, and says so before', async () => {
    const viewer = await aLearner()
    const rows = [
      { type: 'cloze', stem: 'The town is _____.', key: ['Karakol'], facts: [0] },
      { type: 'cloze', stem: 'Karakol was founded in _____.', key: ['1869'], facts: [1] },
    ]
    const town = { text: 'The town is Karakol. It was founded in 1869.', facts: [/The town.*?\./, /It was.*?\./], rows }
    const { deckId } = await aKnownQuiz(viewer, 'practice', town)
    expect(await countAskable(viewer, deckId)).toEqual({ facts: 2, questions: 1, leavesOut: true })
    expect(await createQuiz(viewer, { deckId, count: 2, mode: 'practice' }, 1, NOW)).toMatchObject({ questions: 1 })
  })
})

describe('starting', () => {
  it('twice is one attempt; in the other mode it is another', async () => {
    const { viewer, quizId, attemptId } = await anAttempt()
    expect(await startAttempt(viewer, quizId, null, later(1))).toEqual({ kind: 'started', attemptId, resumed: true })
    expect(await startAttempt(viewer, quizId, null, later(1), 'test')).toMatchObject({ resumed: false })
    expect(await findQuiz(viewer, quizId, null, NOW)).toMatchObject({ questions: 4, mayChooseMode: true })
  })
  it('a stranger’s quiz is refused', async () => {
    const { quizId } = await anAttempt()
    const stranger = await aLearner()
    expect(await findQuiz(stranger, quizId, null, NOW)).toBeNull()
    expect(await startAttempt(stranger, quizId, null, NOW)).toEqual({ kind: 'rejected', reason: 'not-found' })
  })
  it('a quiz given to a class is open to its learners, in the mode it was given, until the class ends', async () => {
    const [teacher, learner, outsider] = [await aLearner(), await aLearner(), await aLearner()]
    const { quizId, deckId } = await aKnownQuiz(teacher, 'test')
    const { classId } = await aClass(teacher, [learner])
    const given = await db().assignment.create({ data: { classId, deckId, quizId, title: 'Lakes', opensAt: NOW } })
    const assignmentId = AssignmentId.parse(given.id)
    expect(await findQuiz(learner, quizId, null, NOW)).toMatchObject({
      mayChooseMode: false,
      assignment: { id: assignmentId },
    })
    expect(await startAttempt(outsider, quizId, assignmentId, NOW)).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await startAttempt(learner, quizId, AssignmentId.parse(randomUUID()), NOW)).toEqual({
      kind: 'rejected',
      reason: 'not-found',
    })
    expect(await startAttempt(learner, quizId, assignmentId, later(-5))).toEqual({
      kind: 'rejected',
      reason: 'not-open',
    })
    const started = await startAttempt(learner, quizId, null, NOW, 'practice')
    expect(started.kind).toBe('started')
    expect(await db().attempt.findFirst({ where: { learnerId: learner.learnerId } })).toMatchObject({
      mode: 'test',
      assignmentId,
    })
    await db().class.update({ where: { id: classId }, data: { endedAt: NOW } })
    expect(await startAttempt(learner, quizId, assignmentId, NOW)).toEqual({ kind: 'rejected', reason: 'not-open' })
  })
})
