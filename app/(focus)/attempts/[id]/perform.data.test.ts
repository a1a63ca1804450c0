import { expect, it } from 'vitest'
import { createQuiz } from '@/lib/data/quizzes/create-quiz'
import { findAttempt } from '@/lib/data/quizzes/find-attempt'
import { startAttempt } from '@/lib/data/quizzes/start-attempt'
import { useDatabase } from '@/test/database'
import { aDeck, aLearner, NOW } from '@/test/factories'
import { answerForm, perform } from './perform'

useDatabase()

async function aSitting(mode: 'practice' | 'test') {
  const viewer = await aLearner()
  const { deckId } = await aDeck(viewer)
  const made = await createQuiz(viewer, { deckId, count: 2, mode }, 1, NOW)
  if (made.kind !== 'created') throw new Error(made.reason)
  const started = await startAttempt(viewer, made.quizId, null, NOW)
  if (started.kind !== 'started') throw new Error(started.reason)
  const { attemptId } = started
  const press = (position: number, fields: Record<string, string>) => {
    const form = new FormData()
    const asked = { attemptId, position: String(position), asked: 'text', flagged: 'no', ...fields }
    for (const [name, value] of Object.entries(asked)) form.append(name, value)
    return perform(viewer, answerForm(form), NOW)
  }
  const questions = async () => (await findAttempt(viewer, attemptId))?.questions ?? []
  const at = `/attempts/${attemptId}`
  const first = async () => {
    const item = (await questions())[0]?.item
    if (item?.type === 'choice' || item?.type === 'true-false') {
      return { asked: 'one', answer: item.options[0] ?? 'True' }
    }
    return item?.type === 'multiple' ? { asked: 'many', answer: item.options[0] ?? '' } : { text: 'something' }
  }
  return { press, questions, at, first }
}

it('in practice only Check gives an answer, and an empty one says so', async () => {
  const { press, questions, first } = await aSitting('practice')
  const answer = await first()
  expect(await press(0, { ...answer, go: 'flag' })).toEqual({ problem: null, to: null })
  expect((await questions())[0]).toMatchObject({ given: null, flagged: true })
  expect(await press(0, { asked: answer.asked ?? 'text', go: 'check' })).toEqual({ problem: 'unanswered', to: null })
  expect(await press(0, { ...answer, go: 'check' })).toEqual({ problem: null, to: null })
  expect((await questions())[0]?.given).not.toBeNull()
})

it('in a test every press keeps the answer and leads on; what was left out is shown before it is handed in', async () => {
  const { press, questions, first, at } = await aSitting('test')
  expect(await press(0, { ...(await first()), go: 'next' })).toEqual({ problem: null, to: `${at}?q=2` })
  expect((await questions())[0]).toMatchObject({ verdict: null })
  expect((await questions())[0]?.given).not.toBeNull()
  expect(await press(1, { asked: 'settled', go: 'previous' })).toEqual({ problem: null, to: `${at}?q=1` })
  const second = (await questions())[1]?.item.type ?? 'cloze'
  const asked = second === 'multiple' ? 'many' : second === 'choice' || second === 'true-false' ? 'one' : 'text'
  expect(await press(1, { asked, go: 'next' })).toEqual({ problem: null, to: `${at}?q=end` })
  expect(await press(1, { asked, go: 'submit' })).toEqual({ problem: null, to: `${at}?q=end` })
  expect(await press(0, { asked: 'settled', go: 'submit' })).toEqual({ problem: null, to: `${at}/result` })
  expect(await press(0, { ...(await first()), go: 'next' })).toEqual({ problem: null, to: `${at}/result` })
})

it('a form that is not ours is refused', () => {
  const form = new FormData()
  form.append('attemptId', '1 OR 1=1')
  expect(() => answerForm(form)).toThrow()
})
