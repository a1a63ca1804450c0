import { describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/quizzes/find-attempt'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { anAttempt } from '@/test/known-quiz'
import { ARRANGEMENTS } from '@/test/matching-and-ordering-quiz'
import { answerForm, submitAnswer } from './submit-answer'

useDatabase()

type Fields = Record<string, string | readonly string[]>

async function aForm(...[mode, known]: Parameters<typeof anAttempt>) {
  const { viewer, attemptId } = await anAttempt(mode, known)
  const press = (position: number, fields: Fields) => {
    const form = new FormData()
    const asked: Fields = { attemptId, position: String(position), flagged: 'no', ...fields }
    for (const [name, values] of Object.entries(asked)) for (const value of [values].flat()) form.append(name, value)
    return submitAnswer(viewer, answerForm(form), NOW)
  }
  const question = async (position: number) => (await findAttempt(viewer, attemptId))?.questions[position]
  return { press, question, at: `/attempts/${attemptId}` }
}

// The first of the known questions is a choice, the last a true–false.
const FIRST = 0
const LAST = 3
const CHOICE = { asked: 'choice', answer: '1869' }

it('in practice only Check gives an answer, and an empty one says so', async () => {
  const { press, question } = await aForm('practice')
  expect(await press(FIRST, { ...CHOICE, go: 'flag' })).toEqual({ problem: null, to: null })
  expect(await question(FIRST)).toMatchObject({ given: null, flagged: true })
  expect(await press(FIRST, { asked: 'choice', go: 'check' })).toEqual({ problem: 'unanswered', to: null })
  expect(await press(FIRST, { ...CHOICE, go: 'check' })).toEqual({ problem: null, to: null })
  expect(await question(FIRST)).toMatchObject({ given: { kind: 'choice', option: '1869' } })
})

it('in a test every press saves the answer and moves on, and only the check page hands in the test', async () => {
  const { press, question, at } = await aForm('test')
  expect(await press(FIRST, { ...CHOICE, go: 'next' })).toEqual({ problem: null, to: `${at}?q=2` })
  expect(await question(FIRST)).toMatchObject({ given: { option: '1869' }, verdict: null })
  expect(await press(1, { asked: 'text', answer: 'Issyk-Kul', go: 'previous' })).toEqual({
    problem: null,
    to: `${at}?q=1`,
  })
  await press(2, { asked: 'multiple', answer: 'the Chu', go: 'next' })
  expect(await press(LAST, { asked: 'choice', answer: 'False', go: 'next' })).toEqual({
    problem: null,
    to: `${at}?q=end`,
  })
  // Although nothing is empty or flagged, the form of a question must not hand in the test.
  expect(await press(LAST, { asked: 'choice', answer: 'False', go: 'submit' })).toEqual({
    problem: null,
    to: `${at}?q=end`,
  })
  expect(await press(FIRST, { asked: 'settled', go: 'submit' })).toEqual({ problem: null, to: `${at}/result` })
  expect(await press(FIRST, { ...CHOICE, go: 'next' })).toEqual({ problem: null, to: `${at}/result` })
})

it('refuses an invalid form', () => {
  const form = new FormData()
  form.append('attemptId', '1 OR 1=1')
  expect(() => answerForm(form)).toThrow()
})

describe('pairs and orders', () => {
  const [MATCHING, ORDERING] = [0, 1]
  const shown = ARRANGEMENTS.rows[ORDERING]?.options ?? []

  it('the selects are one answer, in the order of the prompts', async () => {
    const { press, question } = await aForm('practice', ARRANGEMENTS)
    const answer = ['the Syr Darya', '', 'the Chu']
    expect(await press(MATCHING, { asked: 'pairs', answer: ['', '', ''], go: 'check' })).toMatchObject({
      problem: 'unanswered',
    })
    await press(MATCHING, { asked: 'pairs', answer, go: 'check' })
    expect(await question(MATCHING)).toMatchObject({ given: { kind: 'pairs', chosen: answer }, verdict: 'partly' })
  })
  it('a press of up or down moves an entry, and in practice does not check the answer', async () => {
    const { press, question } = await aForm('practice', ARRANGEMENTS)
    expect(await press(ORDERING, { asked: 'order', answer: shown, move: '2 1' })).toEqual({ problem: null, to: null })
    expect(await question(ORDERING)).toMatchObject({ given: null })
    expect(await press(ORDERING, { asked: 'order', answer: shown, go: 'check' })).toMatchObject({
      problem: 'unanswered',
    })
  })
  it('in a test each move is saved, and moving back makes the question unanswered again', async () => {
    const { press, question } = await aForm('test', ARRANGEMENTS)
    const moved = [shown[0] ?? '', shown[2] ?? '', shown[1] ?? '']
    await press(ORDERING, { asked: 'order', answer: shown, move: '2 1' })
    expect(await question(ORDERING)).toMatchObject({ given: { kind: 'order', entries: moved } })
    await press(ORDERING, { asked: 'order', answer: moved, move: '1 2' })
    expect(await question(ORDERING)).toMatchObject({ given: null })
  })
  it('a move beyond the ends changes nothing, and an invalid move is refused', async () => {
    const { press, question } = await aForm('test', ARRANGEMENTS)
    await press(ORDERING, { asked: 'order', answer: shown, move: '0 -1' })
    expect(await question(ORDERING)).toMatchObject({ given: null })
    expect(() => press(ORDERING, { asked: 'order', answer: shown, move: 'up' })).toThrow()
  })
})
