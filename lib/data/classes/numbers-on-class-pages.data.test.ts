import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Response } from '@/lib/core/grading/response'
import { AssignmentId, type AttemptId, type FactId, ItemId, QuizId, ReviewId } from '@/lib/core/ids'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { factsToTeachByClass } from '@/lib/data/classes/facts-to-teach'
import { chooseItem } from '@/lib/data/decks/accept-items'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { answerQuestion } from '@/lib/data/quizzes/answer-question'
import { startAttempt } from '@/lib/data/quizzes/start-attempt'
import { submitAttempt } from '@/lib/data/quizzes/submit-attempt'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, NOW } from '@/test/factories'
import { aKnownQuiz, choose, later, type } from '@/test/known-quiz'
import { classTable } from './class-table'
import { listClasses } from './classes'
import { listLearners } from './learners'

useDatabase()

// The known quiz: question 0 asks fact 0, 1 asks fact 1, 2 asks facts 2 and 3, 3 asks fact 4.
const RIVERS: Response = { kind: 'multiple', options: ['the Naryn', 'the Chu'] }
const RIGHT: readonly Response[] = [choose('1869'), type('Issyk-Kul'), RIVERS, choose('False')]
const WRONG: readonly Response[] = [
  choose('1901'),
  type('Song-Kol'),
  { kind: 'multiple', options: ['the Volga'] },
  choose('True'),
]

type Answers = readonly (boolean | null)[]

/** Minutes after nine o'clock: the attempt is begun and answered at `from`, and handed in at `to`. */
async function sit(viewer: Viewer, quiz: Quiz, answers: Answers, from: number, to: number | null) {
  const started = await startAttempt(viewer, quiz.quizId, quiz.assignmentId, later(from))
  if (started.kind === 'rejected') throw new Error(started.reason)
  const { attemptId } = started
  for (const [position, isRight] of answers.entries()) {
    const response = (isRight ? RIGHT : WRONG)[position]
    if (isRight === null || !response) continue
    const saved = await answerQuestion(viewer, { attemptId, position, response }, later(from))
    if (saved.kind === 'rejected') throw new Error(saved.reason)
  }
  if (to !== null) await submitAttempt(viewer, attemptId, later(to))
  return attemptId
}

async function rate(viewer: Viewer, factId: FactId | undefined, rating: Rating, minute: number) {
  if (!factId) throw new Error('There is no such fact.')
  const id = ReviewId.parse(randomUUID())
  const review = { id, factId, itemId: null, revisionId: null, rating, at: later(minute), durationMs: 3000 }
  await recordReviews(viewer, [{ ...review, reversesId: null }], later(minute))
  return id
}

type Quiz = { quizId: QuizId; assignmentId: AssignmentId }

async function aBeeClass() {
  const teacher = await aLearner({ name: 'Gulnara' })
  const names = ['Aibek', 'Begimai', 'Chyngyz', 'Damira', 'Elina']
  const learners: Viewer[] = []
  for (const name of names) learners.push(await aLearner({ name }))
  const [aibek, begimai, chyngyz, , elina] = learners as [Viewer, Viewer, Viewer, Viewer, Viewer]
  const { classId } = await aClass(teacher, learners)
  const { quizId, deckId, factIds } = await aKnownQuiz(teacher, 'test')
  const questions = await db().quizQuestion.findMany({ where: { quizId }, orderBy: { position: 'asc' } })
  const practice = await db().quiz.create({ data: { ownerId: teacher.learnerId, deckId, title: 'Lakes' } })
  const data = questions.map(({ position, revisionId }) => ({ quizId: practice.id, position, revisionId }))
  await db().quizQuestion.createMany({ data })
  const assigned = async (id: string): Promise<Quiz> => {
    const row = { classId, deckId, quizId: id, title: 'Lakes', opensAt: NOW, createdAt: NOW }
    const { id: assignmentId } = await db().assignment.create({ data: row })
    return { quizId: QuizId.parse(id), assignmentId: AssignmentId.parse(assignmentId) }
  }
  const quizzes = { test: await assigned(quizId), practice: await assigned(practice.id) }
  return { teacher, aibek, begimai, chyngyz, elina, classId, deckId, factIds, ...quizzes }
}

/** What each learner does, in minutes after nine. Damira does nothing. */
async function aMorning() {
  const bees = await aBeeClass()
  const { aibek, begimai, chyngyz, elina, factIds, test, practice } = bees
  // Aibek: fact 0 right, wrong, right; fact 1 right three times; the others right twice.
  await sit(aibek, test, [true, true, true, true], 9, 10)
  await sit(aibek, practice, [false, true, null, null], 20, null)
  await sit(aibek, test, [true, true, true, true], 30, 31)
  // Begimai: fact 1 is left out of the test and rated after it; a rating of fact 2 is undone.
  await sit(begimai, test, [false, null, true, false], 14, 15)
  await rate(begimai, factIds[1], 'again', 16)
  const lapse = await rate(begimai, factIds[2], 'again', 16)
  await recordReviews(begimai, [{ id: ReviewId.parse(randomUUID()), reversesId: lapse, at: later(17) }], later(17))
  await rate(begimai, factIds[1], 'good', 18)
  // Chyngyz: one card, and a test that stays open with a wrong answer in it.
  await rate(chyngyz, factIds[4], 'again', 5)
  const open = await sit(chyngyz, test, [false, null, null, null], 25, null)
  // Elina: one card, of which the teacher then rejects the item.
  await rate(elina, factIds[1], 'good', 3)
  return { ...bees, open: open satisfies AttemptId }
}

async function rejectQuestion({ teacher, deckId, test }: Awaited<ReturnType<typeof aMorning>>, position: number) {
  const where = { quizId: test.quizId, position }
  const { revision } = await db().quizQuestion.findFirstOrThrow({ where, include: { revision: true } })
  const choice = { choice: 'rejected', revisionId: null } as const
  await chooseItem(teacher, deckId, ItemId.parse(revision.itemId), choice, NOW)
}

async function tableOf({ teacher, classId }: Awaited<ReturnType<typeof aMorning>>, minute: number) {
  const table = await classTable(teacher, classId, later(minute))
  if (table.kind === 'rejected') throw new Error(table.reason)
  return table
}

const history = (answers: number, wrong: number, ratings: number, again: number, minute: number) => ({
  ...{ answers, wrong, ratings, again },
  last: later(minute),
})

describe('the numbers of a class, counted by hand', () => {
  it('count the answers and the ratings in each cell, and how many were wrong', async () => {
    const bees = await aMorning()
    const { rows } = await tableOf(bees, 40)
    expect(Object.fromEntries(rows.map(({ learner }) => [learner.name, learner.history]))).toEqual({
      Aibek: [
        history(3, 1, 0, 0, 31),
        history(3, 0, 0, 0, 31),
        history(2, 0, 0, 0, 31),
        history(2, 0, 0, 0, 31),
        history(2, 0, 0, 0, 31),
      ],
      Begimai: [
        history(1, 1, 0, 0, 15),
        history(0, 0, 2, 1, 18),
        history(1, 0, 0, 0, 15),
        history(1, 0, 0, 0, 15),
        history(1, 1, 0, 0, 15),
      ],
      Chyngyz: [null, null, null, null, history(0, 0, 1, 1, 5)],
      Damira: [null, null, null, null, null],
      Elina: [null, history(0, 0, 1, 0, 3), null, null, null],
    })
  })

  it('count the answers of a test once it is handed in, and show while it is open only that it was worked on', async () => {
    const bees = await aMorning()
    const chyngyz = async (minute: number) =>
      (await tableOf(bees, minute)).rows.find(({ learner }) => learner.name === 'Chyngyz')
    expect((await chyngyz(40))?.learner).toMatchObject({ lastActivity: later(25) })
    expect((await chyngyz(40))?.learner.history[0]).toBeNull()
    await submitAttempt(bees.chyngyz, bees.open, later(50))
    expect((await chyngyz(52))?.learner).toMatchObject({ lastActivity: later(50) })
    expect((await chyngyz(52))?.learner.history[0]).toEqual(history(1, 1, 0, 0, 50))
  })

  it('name as not started who did nothing at all, on each screen the same, also when an item is rejected', async () => {
    const bees = await aMorning()
    for (const rejected of [null, 1, 3]) {
      if (rejected !== null) await rejectQuestion(bees, rejected)
      const table = await tableOf(bees, 40)
      expect(table.notStarted).toBe(1)
      expect(table.rows.filter(({ known }) => known === null).map(({ learner }) => learner.name)).toEqual(['Damira'])
      expect((await listClasses(bees.teacher))[0]?.notStarted).toEqual(['Damira'])
    }
  })

  it('give as last activity the last answer, rating, beginning or handing in, on each screen the same', async () => {
    const bees = await aMorning()
    const expected = { Aibek: later(31), Begimai: later(18), Chyngyz: later(25), Damira: null, Elina: later(3) }
    const { rows } = await tableOf(bees, 33)
    expect(Object.fromEntries(rows.map(({ learner }) => [learner.name, learner.lastActivity]))).toEqual(expected)
    const learners = await listLearners(bees.teacher, bees.classId)
    expect(Object.fromEntries(learners.map(({ name, lastActivity }) => [name, lastActivity]))).toEqual(expected)
    await startAttempt(bees.elina, bees.practice.quizId, bees.practice.assignmentId, later(35))
    expect((await listLearners(bees.teacher, bees.classId)).at(-1)?.lastActivity).toEqual(later(35))
  })

  it('list as to teach again what most who met it missed last, and nothing that was answered right minutes ago', async () => {
    const bees = await aMorning()
    // Three of five is half of the class. Met by three: fact 1 (missed last by nobody), fact 4 (by Begimai and Chyngyz).
    const facts = [{ factId: bees.factIds[4], statement: 'Fact 4', met: 3, lost: 2 }]
    expect((await tableOf(bees, 40)).toTeach).toEqual({ kind: 'facts', facts })
    const today = await factsToTeachByClass(bees.teacher, [bees.classId], later(40))
    expect(today.get(bees.classId)).toEqual(facts)
    await rate(bees.chyngyz, bees.factIds[4], 'good', 41)
    expect((await tableOf(bees, 42)).toTeach).toEqual({ kind: 'too-early' })
  })

  it('give no share of a fact that nobody has met, and the mean over those who have started', async () => {
    const bees = await aMorning()
    const { shares, known } = await tableOf(bees, 40)
    expect(shares).toEqual([0, 0, 0, 0, 0])
    expect(known).toEqual({ mean: 0, spread: null })
    await db().attempt.deleteMany()
    const [factId = ''] = bees.factIds
    await db().review.deleteMany({ where: { factId } })
    await db().memory.deleteMany({ where: { factId } })
    // Easy on a new card is Proficient at once: one of the four facts of Elina, of five learners.
    await rate(bees.elina, bees.factIds[2], 'easy', 45)
    const table = await tableOf(bees, 46)
    expect(table.shares).toEqual([null, 0, 1 / 5, 0, 0])
    expect(table.known).toEqual({ mean: 1 / 4, spread: null })
    expect(table.share).toBe(1 / 25)
  })
})
