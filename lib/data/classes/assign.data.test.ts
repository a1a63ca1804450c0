import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/core/access/viewer'
import type { Response } from '@/lib/core/grading/response'
import { rightResponse } from '@/lib/core/grading/right-response'
import { AssignmentId, ClassId, DeckId, type QuizId, ReviewId } from '@/lib/core/ids'
import type { QuestionType } from '@/lib/core/item/item'
import type { Rating } from '@/lib/core/memory/memory'
import { findDeck } from '@/lib/data/decks/find-deck'
import { answerQuestion } from '@/lib/data/quizzes/answer-question'
import { startAttempt } from '@/lib/data/quizzes/start-attempt'
import { submitAttempt } from '@/lib/data/quizzes/submit-attempt'
import { recordReviews } from '@/lib/data/study/record-reviews'
import { db } from '@/lib/db'
import { ARRANGED, order, pair } from '@/test/arranged-quiz'
import { useDatabase } from '@/test/database'
import { type ADocument, aClass, aDeck, aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { wrongResponse } from '@/test/wrong-response'
import { type AskedAssignment, assignDeck } from './assign-deck'
import { classQuestions } from './class-questions'
import { classTable } from './class-table'
import { endClass } from './end-class'
import { gradebook } from './gradebook'
import { listAssignableDecks } from './list-assignable-decks'
import { assignmentsOf, listAssignments } from './list-assignments'
import { listClasses } from './list-classes'
import { listLearners } from './list-learners'
import { listSittings } from './list-sittings'

useDatabase()

const GUESSED = '7d8a4c1e-3f52-4b7a-9a6e-1c2d3e4f5a6b'
const SEED = 7
const DAY_MS = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

async function scene() {
  const teacher = await aLearner({ name: 'Gulnara' })
  const deck = await aDeck(teacher)
  const learners = [
    await aLearner({ name: 'Salima' }),
    await aLearner({ name: 'Emir' }),
    await aLearner({ name: 'Aibek' }),
  ]
  const { classId } = await aClass(teacher, learners)
  const [salima, emir, aibek] = learners as [Viewer, Viewer, Viewer]
  return { teacher, deck, classId, salima, emir, aibek }
}

const toStudy = (classId: ClassId, deckId: DeckId): AskedAssignment => ({ kind: 'study', classId, deckId, dueAt: null })
const toQuiz = (classId: ClassId, deckId: DeckId): AskedAssignment => ({
  kind: 'quiz',
  classId,
  deckId,
  dueAt: later(7),
  count: 4,
  mode: 'practice',
})

async function assign(viewer: Viewer, asked: AskedAssignment) {
  const made = await assignDeck(viewer, asked, SEED, NOW)
  if (made.kind === 'rejected') throw new Error(made.reason)
  return made
}

async function review(viewer: Viewer, deck: ADocument, fact: number, ratings: readonly Rating[], from = NOW) {
  const factId = deck.factIds[fact]
  if (!factId) throw new Error('The deck has too few facts.')
  for (const [index, rating] of ratings.entries()) {
    const at = new Date(from.getTime() + index * 4 * DAY_MS)
    const one = { factId, itemId: null, revisionId: null, rating, at, durationMs: 3000, reversesId: null }
    await recordReviews(viewer, [{ id: ReviewId.parse(randomUUID()), ...one }], at)
  }
}

/** Sits the quiz and answers as many questions rightly as asked, the others wrongly. */
async function sit(viewer: Viewer, quizId: QuizId, assignmentId: AssignmentId, right: number, at = NOW) {
  const started = await startAttempt(viewer, quizId, assignmentId, at)
  if (started.kind === 'rejected') throw new Error(started.reason)
  const questions = await db().quizQuestion.findMany({
    where: { quizId },
    orderBy: { position: 'asc' },
    include: { revision: { include: { item: true } } },
  })
  for (const { position, revision } of questions) {
    const response = respond(revision, position < right)
    const saved = await answerQuestion(viewer, { attemptId: started.attemptId, position, response }, NOW)
    if (saved.kind === 'rejected') throw new Error(saved.reason)
  }
  return started.attemptId
}

type Asked = { options: string[]; key: string[]; item: { type: string } }

function respond({ options, key, item }: Asked, isRight: boolean): Response {
  const type = item.type as QuestionType
  return isRight ? rightResponse({ type, key, options }) : wrongResponse({ type, key, options })
}

describe('assigning', () => {
  it('makes the deck visible to the learners of the class and to nobody else', async () => {
    const { teacher, deck, classId, emir } = await scene()
    const stranger = await aLearner()
    expect(await findDeck(emir, deck.deckId)).toBeNull()
    await assign(teacher, toStudy(classId, deck.deckId))
    expect(await findDeck(emir, deck.deckId)).toMatchObject({ id: deck.deckId, mayEdit: false })
    expect(await findDeck(stranger, deck.deckId)).toBeNull()
    expect(await assignmentsOf(emir, NOW)).toMatchObject([
      { kind: 'study', deckId: deck.deckId, title: 'The mountain lakes' },
    ])
  })

  it('a quiz makes its questions once, the same for everyone', async () => {
    const { teacher, deck, classId, emir, salima } = await scene()
    const made = await assign(teacher, toQuiz(classId, deck.deckId))
    const questions = await db().quizQuestion.count({ where: { quizId: String(made.quizId) } })
    expect(questions).toBeGreaterThan(1)
    for (const learner of [emir, salima]) {
      expect(await assignmentsOf(learner, NOW)).toMatchObject([
        {
          kind: 'quiz',
          quizId: made.quizId,
          questions,
          dueAt: later(7),
          progress: { kind: 'quiz', state: 'not-started' },
        },
      ])
    }
  })

  it('is refused to strangers, learners, teachers of other classes, and for guessed ids', async () => {
    const { teacher, deck, classId, emir } = await scene()
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    const refused = { kind: 'rejected', reason: 'not-found' }
    for (const viewer of [await aLearner(), emir, otherTeacher]) {
      const own = await aDeck(viewer)
      expect(await assignDeck(viewer, toStudy(classId, own.deckId), SEED, NOW)).toEqual(refused)
    }
    expect(await assignDeck(teacher, toStudy(ClassId.parse(GUESSED), deck.deckId), SEED, NOW)).toEqual(refused)
    expect(await assignDeck(teacher, toStudy(classId, DeckId.parse(GUESSED)), SEED, NOW)).toEqual({
      kind: 'rejected',
      reason: 'deck-not-yours',
    })
    expect(await db().assignment.count({ where: { classId } })).toBe(0)
  })

  it('passes on neither a private deck of another nor one that another teacher assigned', async () => {
    const { teacher, deck, classId, emir } = await scene()
    await assign(teacher, toStudy(classId, deck.deckId))
    const own = await aClass(emir)
    const refused = { kind: 'rejected', reason: 'deck-not-yours' }
    expect(await assignDeck(emir, toStudy(own.classId, deck.deckId), SEED, NOW)).toEqual(refused)
    const secret = await aDeck(await aLearner())
    expect(await assignDeck(emir, toQuiz(own.classId, secret.deckId), SEED, NOW)).toEqual(refused)
    expect(await listAssignableDecks(emir)).toEqual([])
    expect((await listAssignableDecks(teacher)).map(({ id }) => id)).toContain(deck.deckId)
  })

  it('is over when the class has ended', async () => {
    const { teacher, deck, classId, emir } = await scene()
    await assign(teacher, toStudy(classId, deck.deckId))
    await endClass(teacher, classId, NOW)
    expect(await assignDeck(teacher, toStudy(classId, deck.deckId), SEED, NOW)).toEqual({
      kind: 'rejected',
      reason: 'class-ended',
    })
    expect(await assignmentsOf(emir, NOW)).toEqual([])
    expect(await assignmentsOf(emir, NOW, classId)).toHaveLength(1)
    expect(await classTable(teacher, classId, NOW)).toMatchObject({ kind: 'table', notStarted: 3 })
  })

  it('shows learners what has opened, the teacher everything, others nothing', async () => {
    const { teacher, deck, classId, emir } = await scene()
    const { assignmentId } = await assign(teacher, toStudy(classId, deck.deckId))
    await db().assignment.update({ where: { id: assignmentId }, data: { opensAt: later(1) } })
    expect(await listAssignments(emir, classId, NOW)).toEqual([])
    expect(await assignmentsOf(emir, NOW)).toEqual([])
    expect(await listAssignments(teacher, classId, NOW)).toHaveLength(1)
    expect(await listAssignments(emir, classId, later(2))).toHaveLength(1)
    expect(await listAssignments(await aLearner(), classId, later(2))).toEqual([])
    // A teacher of a class is given nothing by it.
    expect(await assignmentsOf(teacher, later(2))).toEqual([])
  })
})

describe('the table', () => {
  it('shows each learner by each fact, weakest first, from what they reviewed', async () => {
    const { teacher, deck, classId, salima, emir } = await scene()
    await assign(teacher, toStudy(classId, deck.deckId))
    await review(salima, deck, 0, ['good', 'good', 'good', 'easy'])
    await review(salima, deck, 1, ['again'], later(11))
    await review(emir, deck, 1, ['good'], later(11))
    const table = await classTable(teacher, classId, later(12))
    if (table.kind !== 'table') throw new Error(table.reason)
    expect(table.rows.map((row) => [row.learner.name, row.known])).toEqual([
      ['Aibek', null],
      ['Emir', 0],
      ['Salima', 1],
    ])
    const shownAt = table.facts.findIndex((fact) => fact.factId === deck.factIds[0])
    expect(table.rows[2]?.cells[shownAt]).toBeGreaterThanOrEqual(3)
    expect(table.rows[2]?.learner.history[shownAt]).toMatchObject({ reviews: 4, lapses: 0, last: later(12) })
    expect(table.shares[shownAt]).toBeCloseTo(1 / 3)
    expect(table.notStarted).toBe(1)
    expect(table.groups.reduce((sum, group) => sum + group.facts, 0)).toBe(table.facts.length)
    const statements = await db().fact.findMany({ where: { id: { in: table.facts.map(({ factId }) => factId) } } })
    expect(statements).toHaveLength(table.facts.length)
    expect((await listClasses(teacher)).find((one) => one.classId === classId)?.notStarted).toEqual(['Aibek'])
    expect((await listLearners(teacher, classId)).map((one) => [one.name, one.lastActivity])).toEqual([
      ['Aibek', null],
      ['Emir', later(11)],
      ['Salima', later(12)],
    ])
  })

  it('shows the assigned deck that is asked for, and no other', async () => {
    const { teacher, deck, classId } = await scene()
    const second = await aDeck(teacher)
    const third = await aDeck(teacher)
    await assign(teacher, toStudy(classId, deck.deckId))
    await assign(teacher, toStudy(classId, second.deckId))
    await assign(teacher, toQuiz(classId, second.deckId))
    expect(await classTable(teacher, classId, NOW)).toMatchObject({ shown: deck.deckId })
    expect(await classTable(teacher, classId, NOW, second.deckId)).toMatchObject({ shown: second.deckId })
    expect(await classTable(teacher, classId, NOW, third.deckId)).toMatchObject({ shown: deck.deckId })
    const table = await classTable(teacher, classId, NOW)
    expect(table.kind === 'table' && table.decks.map(({ deckId }) => deckId)).toEqual([deck.deckId, second.deckId])
  })

  it('says nothing of what a learner studies outside of the class', async () => {
    const { teacher, deck, classId, emir } = await scene()
    const own = await aDeck(emir)
    await review(emir, own, 0, ['good'])
    await assign(teacher, toStudy(classId, deck.deckId))
    expect(await classTable(teacher, classId, NOW)).toMatchObject({ notStarted: 3, known: null })
    expect((await listLearners(teacher, classId)).every((one) => one.lastActivity === null)).toBe(true)
  })

  it('is refused to strangers, learners, teachers of other classes, and for guessed ids', async () => {
    const { teacher, deck, classId, emir } = await scene()
    await assign(teacher, toStudy(classId, deck.deckId))
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    const refused = { kind: 'rejected', reason: 'not-found' }
    for (const viewer of [await aLearner(), emir, otherTeacher]) {
      expect(await classTable(viewer, classId, NOW)).toEqual(refused)
    }
    expect(await classTable(teacher, ClassId.parse(GUESSED), NOW)).toEqual(refused)
  })

  it('says so when nothing is assigned', async () => {
    const { teacher, classId } = await scene()
    expect(await classTable(teacher, classId, NOW)).toEqual({ kind: 'rejected', reason: 'nothing-assigned' })
    expect((await listClasses(teacher))[0]?.notStarted).toEqual([])
  })
})

describe('questions and gradebook', () => {
  it('count first attempts by question and keep the best attempt by learner', async () => {
    const { teacher, classId, salima, emir } = await scene()
    const { quizId, deckId } = await aKnownQuiz(teacher)
    const { id } = await db().assignment.create({ data: { classId, deckId, quizId, title: 'Lakes', opensAt: NOW } })
    const assignmentId = AssignmentId.parse(id)
    const total = await db().quizQuestion.count({ where: { quizId } })
    const first = await sit(salima, quizId, assignmentId, 1)
    await submitAttempt(salima, first, NOW)
    const second = await sit(salima, quizId, assignmentId, total, later(1))
    await submitAttempt(salima, second, later(1))
    await sit(emir, quizId, assignmentId, total)

    const book = await gradebook(teacher, classId, NOW)
    expect(book.quizzes.map((quiz) => quiz.assignmentId)).toEqual([assignmentId])
    expect(book.learners.map(({ name, grades }) => [name, grades])).toEqual([
      ['Aibek', [{ kind: 'none' }]],
      ['Emir', [{ kind: 'open' }]],
      ['Salima', [{ kind: 'graded', points: total, outOf: total, attempts: 2 }]],
    ])
    expect(book.sittings.map(({ name, points }) => [name, points === null])).toEqual(
      expect.arrayContaining([
        ['Salima', false],
        ['Emir', true],
      ]),
    )

    const questions = await classQuestions(teacher, classId)
    expect(questions).toHaveLength(total)
    // Salima's first attempt and Emir's: one question right for both, the others for one of two at most.
    expect(questions.every((question) => question.answers === 2)).toBe(true)
    expect(Math.max(...questions.map((question) => question.right))).toBe(1)
    expect(questions[0]?.right).toBeLessThan(1)
    const chosen = questions.flatMap((question) => question.options.map((option) => option.chosen))
    expect(chosen.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
    expect(await assignmentsOf(salima, NOW)).toMatchObject([
      { progress: { kind: 'quiz', state: 'submitted', points: total, outOf: total } },
    ])
    expect(await assignmentsOf(emir, NOW)).toMatchObject([{ progress: { kind: 'quiz', state: 'open' } }])
  })

  it('say of each pair and of each place in an order how many had it', async () => {
    const { teacher, classId, salima, emir } = await scene()
    const { quizId, deckId } = await aKnownQuiz(teacher, 'practice', ARRANGED)
    const { id } = await db().assignment.create({ data: { classId, deckId, quizId, title: 'Rivers', opensAt: NOW } })
    const answers = [
      [
        salima,
        pair('the Syr Darya', 'Issyk-Kul', ''),
        order('The railway reached Balykchy', 'Karakol was founded', 'The canal was dug'),
      ],
      [
        emir,
        pair('the Syr Darya', 'the Chu', 'the Chu'),
        order('Karakol was founded', 'The canal was dug', 'The railway reached Balykchy'),
      ],
    ] as const
    for (const [viewer, ...responses] of answers) {
      const started = await startAttempt(viewer, quizId, AssignmentId.parse(id), NOW)
      if (started.kind === 'rejected') throw new Error(started.reason)
      for (const [position, response] of responses.entries())
        await answerQuestion(viewer, { attemptId: started.attemptId, position, response }, NOW)
    }
    const questions = await classQuestions(teacher, classId)
    expect(questions.map(({ stem, options }) => [stem, options.map(({ text, chosen }) => [text, chosen])])).toEqual([
      [
        'Where does each river flow?',
        [
          ['the Naryn → the Syr Darya', 2],
          ['the Tyup → Issyk-Kul', 1],
          ['the Kara-Suu → the Chu', 1],
        ],
      ],
      [
        'What came first?',
        [
          ['Karakol was founded', 2],
          ['The canal was dug', 2],
          ['The railway reached Balykchy', 1],
        ],
      ],
    ])
  })

  it('leave out who left, and what was sat outside of the class', async () => {
    const { teacher, deck, classId, salima } = await scene()
    const { quizId, assignmentId } = await assign(teacher, toQuiz(classId, deck.deckId))
    if (!quizId) throw new Error('There is no quiz.')
    await submitAttempt(salima, await sit(salima, quizId, assignmentId, 1), NOW)
    const own = await startAttempt(teacher, quizId, null, NOW)
    expect(own.kind).toBe('started')
    expect(await listSittings(teacher, classId)).toHaveLength(1)
    await db().membership.deleteMany({ where: { classId, learnerId: salima.learnerId } })
    expect(await listSittings(teacher, classId)).toEqual([])
    expect(await classQuestions(teacher, classId)).toEqual([])
  })

  it('are refused to strangers, learners, teachers of other classes, and for guessed ids', async () => {
    const { teacher, deck, classId, salima, emir } = await scene()
    const { quizId, assignmentId } = await assign(teacher, toQuiz(classId, deck.deckId))
    if (!quizId) throw new Error('There is no quiz.')
    await submitAttempt(salima, await sit(salima, quizId, assignmentId, 1), NOW)
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    const nothing = { quizzes: [], learners: [], sittings: [] }
    for (const viewer of [await aLearner(), emir, salima, otherTeacher]) {
      expect(await listSittings(viewer, classId)).toEqual([])
      expect(await classQuestions(viewer, classId)).toEqual([])
      expect(await gradebook(viewer, classId, NOW)).toEqual(nothing)
    }
    expect(await gradebook(teacher, ClassId.parse(GUESSED), NOW)).toEqual(nothing)
  })
})
