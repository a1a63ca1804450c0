import { describe, expect, it } from 'vitest'
import type { Response } from '@/lib/core/grading/response'
import { AssignmentId, ClassId, type QuizId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { isQuestion, parseContent, rightResponse } from '@/lib/core/question-types/registry'
import { answerQuestion } from '@/lib/data/quizzes/answer-question'
import { startAttempt } from '@/lib/data/quizzes/start-attempt'
import { submitAttempt } from '@/lib/data/quizzes/submit-attempt'
import { db } from '@/lib/db'
import { aClassWithDeck, assign, later, toQuiz, UNKNOWN_ID } from '@/test/classes'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, NOW } from '@/test/factories'
import { aKnownQuiz, wrongResponse } from '@/test/known-quiz'
import { ARRANGEMENTS, order, pair } from '@/test/matching-and-ordering-quiz'
import { assignmentsOf } from './assignments'
import { classQuestions } from './class-questions'
import { gradebook, listClassAttempts } from './gradebook'

useDatabase()

/** Sits the quiz and answers as many questions rightly as asked, the others wrongly. */
async function sit(viewer: Viewer, quizId: QuizId, assignmentId: AssignmentId, right: number, at = NOW) {
  const started = await startAttempt(viewer, quizId, assignmentId, at)
  if (started.kind === 'rejected') throw new Error(started.reason)
  const questions = await db().quizQuestion.findMany({
    where: { quizId },
    orderBy: { position: 'asc' },
    include: { revision: true },
  })
  for (const { position, revision } of questions) {
    const response = respond(revision, position < right)
    const saved = await answerQuestion(viewer, { attemptId: started.attemptId, position, response }, NOW)
    if (saved.kind === 'rejected') throw new Error(saved.reason)
  }
  return started.attemptId
}

function respond({ content }: { content: unknown }, isRight: boolean): Response {
  const question = parseContent(content)
  if (!isQuestion(question)) throw new Error(`A quiz asks no ${question.type}.`)
  return isRight ? rightResponse(question) : wrongResponse(question)
}

describe('questions and gradebook', () => {
  it('count first attempts by question and keep the best attempt by learner', async () => {
    const { teacher, classId, salima, emir } = await aClassWithDeck()
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
    expect(book.attempts.map(({ name, points }) => [name, points === null])).toEqual(
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
    const { teacher, classId, salima, emir } = await aClassWithDeck()
    const { quizId, deckId } = await aKnownQuiz(teacher, 'practice', ARRANGEMENTS)
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
    const { teacher, deck, classId, salima } = await aClassWithDeck()
    const { quizId, assignmentId } = await assign(teacher, toQuiz(classId, deck.deckId))
    if (!quizId) throw new Error('There is no quiz.')
    await submitAttempt(salima, await sit(salima, quizId, assignmentId, 1), NOW)
    const own = await startAttempt(teacher, quizId, null, NOW)
    expect(own.kind).toBe('started')
    expect(await listClassAttempts(teacher, classId)).toHaveLength(1)
    await db().membership.deleteMany({ where: { classId, learnerId: salima.learnerId } })
    expect(await listClassAttempts(teacher, classId)).toEqual([])
    expect(await classQuestions(teacher, classId)).toEqual([])
  })

  it('are refused to strangers, learners, teachers of other classes, and for guessed ids', async () => {
    const { teacher, deck, classId, salima, emir } = await aClassWithDeck()
    const { quizId, assignmentId } = await assign(teacher, toQuiz(classId, deck.deckId))
    if (!quizId) throw new Error('There is no quiz.')
    await submitAttempt(salima, await sit(salima, quizId, assignmentId, 1), NOW)
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    const nothing = { quizzes: [], learners: [], attempts: [] }
    for (const viewer of [await aLearner(), emir, salima, otherTeacher]) {
      expect(await listClassAttempts(viewer, classId)).toEqual([])
      expect(await classQuestions(viewer, classId)).toEqual([])
      expect(await gradebook(viewer, classId, NOW)).toEqual(nothing)
    }
    expect(await gradebook(teacher, ClassId.parse(UNKNOWN_ID), NOW)).toEqual(nothing)
  })
})
