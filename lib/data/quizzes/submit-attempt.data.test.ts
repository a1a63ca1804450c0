import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AttemptId, DeckId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { anAttempt, choose, later, type } from '@/test/known-quiz'
import { answerQuestion, findAttemptState, flagQuestion } from './answer-question'
import { findAttempt, listAttempts } from './find-attempt'
import { findFeedback, findResult } from './find-result'
import { retakeMistakes } from './start-attempt'
import { submitAttempt } from './submit-attempt'

useDatabase()

describe('what may be read', () => {
  it('no key, reason or evidence before the answer; all of them after it', async () => {
    const { viewer, attemptId, answer } = await anAttempt()
    const open = JSON.stringify(await findAttempt(viewer, attemptId))
    for (const secret of ['Issyk-Kul', 'Because', 'No event stands here', 'founded', 'Dolon', '"key"'])
      expect(open).not.toContain(secret)
    expect(await findFeedback(viewer, attemptId, 0)).toBeNull()
    await answer(0, choose('1901'))
    expect(await findFeedback(viewer, attemptId, 0)).toMatchObject({
      key: ['1869'],
      answer: {
        kind: 'options',
        options: [
          { text: '1869', isKey: true, isGiven: false },
          { text: '1901', isKey: false, isGiven: true, reason: 'No event stands here.', evidence: null },
          { text: '1848', isKey: false, isGiven: false, evidence: { sentence: 'The pass is Dolon.' } },
        ],
      },
      evidence: { sentence: 'Karakol was founded in 1869.' },
    })
    expect(await findFeedback(viewer, attemptId, 1)).toBeNull()
  })
  it('what a question is about apart from what it asks, the saved words whole', async () => {
    const { viewer, attemptId, answer, factIds } = await anAttempt()
    await db().fact.updateMany({ where: { id: { in: [...factIds] } }, data: { heading: 'Towns' } })
    const asked = { stem: 'Which town is this?', item: { facts: { some: { factId: { in: [...factIds] } } } } }
    const stem = `Lakes, Towns: ${asked.stem}`
    await db().revision.updateMany({ where: asked, data: { stem } })
    const apart = { title: 'Lakes', heading: 'Towns' }
    expect((await findAttempt(viewer, attemptId))?.questions).toMatchObject([
      { label: apart, item: { stem: 'Which town is this?' } },
      { label: null, item: { stem: 'The lake is _____.' } },
      { label: null },
      { label: null },
    ])
    expect(await answer(0, choose('1869'))).toMatchObject({ score: { kind: 'graded', points: 1 } })
    await submitAttempt(viewer, attemptId, later(2))
    const right = (await findResult(viewer, attemptId, later(2)))?.questions.find(({ position }) => position === 0)
    expect(right).toMatchObject({ label: apart, stem: 'Which town is this?', verdict: 'right' })
    expect(await db().revision.count({ where: { stem, item: asked.item } })).toBe(1)
  })
  it('in a test nothing until it is handed in', async () => {
    const { viewer, attemptId, answer } = await anAttempt('test')
    expect(await answer(0, choose('1901'))).toEqual({ kind: 'saved', score: null, repeated: false })
    expect((await findAttempt(viewer, attemptId))?.questions[0]).toMatchObject({ given: choose('1901'), verdict: null })
    expect(await findFeedback(viewer, attemptId, 0)).toBeNull()
    expect(await findResult(viewer, attemptId, later(2))).toBeNull()
    await submitAttempt(viewer, attemptId, later(2))
    expect(await findFeedback(viewer, attemptId, 0)).toMatchObject({ key: ['1869'] })
  })
  it('nothing of another learner’s attempt, read or written', async () => {
    const { attemptId, answer, deckId } = await anAttempt()
    await answer(0, choose('1869'))
    const stranger = await aLearner()
    expect(await findAttempt(stranger, attemptId)).toBeNull()
    expect(await findAttemptState(stranger, attemptId)).toBeNull()
    expect(await findFeedback(stranger, attemptId, 0)).toBeNull()
    expect(await answerQuestion(stranger, { attemptId, position: 1, response: type('Issyk-Kul') }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'not-found',
    })
    expect(await flagQuestion(stranger, attemptId, 1, true)).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await submitAttempt(stranger, attemptId, NOW)).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await findResult(stranger, attemptId, NOW)).toBeNull()
    expect(await retakeMistakes(stranger, attemptId, NOW)).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await listAttempts(stranger, deckId)).toEqual([])
    expect(await findAttempt(stranger, AttemptId.parse(randomUUID()))).toBeNull()
  })
})

describe('handing in', () => {
  it('counts what was not answered, and twice is once', async () => {
    const { viewer, attemptId, answer, reviews } = await anAttempt()
    await answer(0, choose('1869'))
    await answer(2, { kind: 'multiple', options: ['the Chu'] })
    const first = await submitAttempt(viewer, attemptId, later(3))
    expect(first).toEqual({ kind: 'submitted', points: 1.5, outOf: 4, unanswered: 2 })
    expect(await submitAttempt(viewer, attemptId, later(4))).toEqual(first)
    expect(await reviews()).toHaveLength(3)
    expect(await answer(1, type('Issyk-Kul'))).toEqual({ kind: 'rejected', reason: 'submitted' })
    expect(
      await listAttempts(viewer, (await findAttempt(viewer, attemptId))?.deckId ?? DeckId.parse(randomUUID())),
    ).toMatchObject([{ id: attemptId, answered: 2, questions: 4, result: { points: 1.5, outOf: 4 } }])
  })
  it('the result has wrong first, then in part, unanswered and right', async () => {
    const { viewer, attemptId, answer, factIds } = await anAttempt()
    await answer(0, choose('1869'))
    await answer(2, { kind: 'multiple', options: ['the Chu'] })
    await answer(3, choose('True'))
    await submitAttempt(viewer, attemptId, later(3))
    const result = await findResult(viewer, attemptId, later(3))
    expect(result?.questions.map(({ position, verdict }) => [position, verdict])).toEqual([
      [3, 'wrong'],
      [2, 'partly'],
      [1, 'unanswered'],
      [0, 'right'],
    ])
    // Of the list the member that was ticked is known.
    const missed = result?.questions.flatMap(({ missedFactIds }) => missedFactIds)
    expect(new Set(missed)).toEqual(new Set([1, 2, 4].map((at) => factIds[at])))
    // The others are asked in quizzes only.
    expect(result?.toStudy).toEqual([factIds[1]])
    expect(result?.questions.find(({ position }) => position === 0)?.backIn).toMatchObject({ unit: 'minutes' })
  })
  it('mistakes can be taken again, as a practice of the same questions', async () => {
    const { viewer, attemptId, answer } = await anAttempt('test')
    expect(await retakeMistakes(viewer, attemptId, NOW)).toEqual({ kind: 'rejected', reason: 'not-submitted' })
    await answer(0, choose('1869'))
    await answer(3, choose('True'))
    await submitAttempt(viewer, attemptId, later(3))
    const again = await retakeMistakes(viewer, attemptId, later(4))
    if (again.kind !== 'started') throw new Error(again.reason)
    const attempt = await findAttempt(viewer, again.attemptId)
    expect(attempt).toMatchObject({ mode: 'practice' })
    expect(attempt?.questions.map(({ item }) => item.stem)).toEqual([
      'The lake is _____.',
      'Which are rivers?',
      'The pass is Torugart.',
    ])
  })
  it('without mistakes there is nothing to take again', async () => {
    const { viewer, attemptId, answer } = await anAttempt()
    await answer(0, choose('1869'))
    await answer(1, type('Issyk Kul'))
    await answer(2, { kind: 'multiple', options: ['the Chu', 'the Naryn'] })
    await answer(3, choose('False'))
    expect(await submitAttempt(viewer, attemptId, later(3))).toMatchObject({ points: 4, unanswered: 0 })
    expect(await retakeMistakes(viewer, attemptId, later(4))).toEqual({ kind: 'rejected', reason: 'no-mistakes' })
  })
})
