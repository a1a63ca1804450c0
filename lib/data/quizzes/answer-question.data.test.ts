import { describe, expect, it } from 'vitest'
import { FactId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { anAttempt, choose, later, type } from '@/test/known-quiz'
import { flagQuestion } from './answer-question'
import { findAttempt } from './find-attempt'
import { submitAttempt } from './submit-attempt'

useDatabase()

describe('practice', () => {
  it('grades at once and saves answer and memory together', async () => {
    const { viewer, attemptId, answer, reviews, factIds } = await anAttempt()
    expect(await answer(0, choose('1869'))).toMatchObject({ kind: 'saved', score: { correct: true }, repeated: false })
    expect(await answer(1, type('issyk kul'))).toMatchObject({ kind: 'saved', score: { correct: true } })
    expect(await answer(3, choose('True'))).toMatchObject({ kind: 'saved', score: { correct: false } })
    const made = await reviews()
    expect(made.map(({ factId, rating }) => [factIds.indexOf(FactId.parse(factId)), rating]).sort()).toEqual([
      [0, 'good'],
      [1, 'good'],
      [4, 'again'],
    ])
    expect(await db().memory.count({ where: { learnerId: viewer.learnerId } })).toBe(3)
    expect((await findAttempt(viewer, attemptId))?.questions.map(({ verdict }) => verdict)).toEqual([
      'right',
      'right',
      null,
      'wrong',
    ])
  })
  it('rates each fact of a list by itself', async () => {
    const { answer, reviews, factIds } = await anAttempt()
    expect(await answer(2, { kind: 'multiple', options: ['the Chu'] })).toMatchObject({
      score: { points: 0.5, correct: false },
    })
    const rated = (await reviews()).map(({ factId, rating }) => [factIds.indexOf(FactId.parse(factId)), rating]).sort()
    expect(rated).toEqual([
      [2, 'again'],
      [3, 'good'],
    ])
  })
  it('the same answer twice is one; another one is refused', async () => {
    const { answer, reviews } = await anAttempt()
    await answer(2, { kind: 'multiple', options: ['the Chu', 'the Naryn'] })
    expect(await answer(2, { kind: 'multiple', options: ['the Naryn', 'the Chu'] })).toMatchObject({
      kind: 'saved',
      repeated: true,
    })
    expect(await answer(2, { kind: 'multiple', options: ['the Chu'] })).toEqual({
      kind: 'rejected',
      reason: 'already-answered',
    })
    expect(await reviews()).toHaveLength(2)
  })
  it('two answers at the same moment are one', async () => {
    const { answer, reviews } = await anAttempt()
    const both = await Promise.all([answer(0, choose('1869')), answer(0, choose('1869')), answer(0, choose('1901'))])
    expect(both.filter((answered) => answered.kind === 'saved' && !answered.repeated)).toHaveLength(1)
    expect(await reviews()).toHaveLength(1)
  })
  it('an option that was never offered, an empty answer and a question that is not there are refused', async () => {
    const { answer, reviews } = await anAttempt()
    expect(await answer(0, choose('2001'))).toEqual({ kind: 'rejected', reason: 'not-offered' })
    expect(await answer(0, type('1869'))).toEqual({ kind: 'rejected', reason: 'not-offered' })
    expect(await answer(1, type(' '))).toEqual({ kind: 'rejected', reason: 'unanswered' })
    expect(await answer(9, choose('1869'))).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await reviews()).toEqual([])
  })
})

describe('test', () => {
  it('answers can change and be taken back until it is handed in; only then do they move memory', async () => {
    const { viewer, attemptId, answer, reviews, factIds } = await anAttempt('test')
    await answer(0, choose('1901'))
    await answer(0, choose('1869'))
    await answer(1, type('Issyk-Kul'))
    await answer(1, type(''))
    await answer(3, choose('True'))
    expect(await reviews()).toEqual([])
    expect(await submitAttempt(viewer, attemptId, later(5))).toEqual({
      kind: 'submitted',
      points: 1,
      outOf: 4,
      unanswered: 2,
    })
    const rated = (await reviews()).map(({ factId, rating }) => [factIds.indexOf(FactId.parse(factId)), rating]).sort()
    expect(rated).toEqual([
      [0, 'good'],
      [4, 'again'],
    ])
    expect(await answer(1, type('Issyk-Kul'))).toEqual({ kind: 'rejected', reason: 'submitted' })
  })
  it('remembers what was flagged', async () => {
    const { viewer, attemptId } = await anAttempt('test')
    await flagQuestion(viewer, attemptId, 2, true)
    await flagQuestion(viewer, attemptId, 0, true)
    await flagQuestion(viewer, attemptId, 2, false)
    expect((await findAttempt(viewer, attemptId))?.questions.map(({ flagged }) => flagged)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(await flagQuestion(viewer, attemptId, 9, true)).toEqual({ kind: 'rejected', reason: 'not-found' })
    await submitAttempt(viewer, attemptId, later(1))
    expect(await flagQuestion(viewer, attemptId, 1, true)).toEqual({ kind: 'rejected', reason: 'submitted' })
  })
})
