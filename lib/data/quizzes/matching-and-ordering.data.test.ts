import { describe, expect, it } from 'vitest'
import { FactId } from '@/lib/core/ids'
import { exportLearner } from '@/lib/data/people/export-learner'
import { nextCards } from '@/lib/data/study/next-cards'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { anAttempt, later } from '@/test/known-quiz'
import { ARRANGEMENTS, order, pair } from '@/test/matching-and-ordering-quiz'
import { createQuiz } from './create-quiz'
import { findAttempt } from './find-attempt'
import { findFeedback, findResult } from './find-result'
import { retakeMistakes } from './start-attempt'
import { submitAttempt } from './submit-attempt'

useDatabase()

const [MATCHING, ORDERING, CATEGORISING] = [0, 1, 2]

async function rated(attempt: Awaited<ReturnType<typeof anAttempt>>) {
  const made = await attempt.reviews()
  return made.map(({ factId, rating }) => [attempt.factIds.indexOf(FactId.parse(factId)), rating]).sort()
}

describe('matching and ordering', () => {
  it('nothing says before the answer what belongs together', async () => {
    const { viewer, attemptId } = await anAttempt('practice', ARRANGEMENTS)
    const open = await findAttempt(viewer, attemptId)
    expect(JSON.stringify(open)).not.toMatch(/→|flows|founded in|outlet are/)
    expect(open?.questions[MATCHING]?.item.content).toEqual({
      prompts: ['the Naryn', 'the Tyup', 'the Kara-Suu'],
      options: ['the Chu', 'the sands', 'the Syr Darya', 'Issyk-Kul'],
    })
    expect(await findFeedback(viewer, attemptId, MATCHING)).toBeNull()
  })
  it('rates each fact by its own entry', async () => {
    const attempt = await anAttempt('practice', ARRANGEMENTS)
    const { answer } = attempt
    expect(await answer(MATCHING, pair('the Syr Darya', 'the sands', 'the Chu'))).toMatchObject({
      score: { points: 2 / 3, correct: false, perKey: [true, false, true] },
    })
    expect(
      await answer(ORDERING, order('Karakol was founded', 'The railway reached Balykchy', 'The canal was dug')),
    ).toMatchObject({ score: { points: 1 / 2 } })
    expect(await answer(CATEGORISING, pair('without an outlet', 'with an outlet', ''))).toMatchObject({
      score: { perKey: [true, true, false] },
    })
    expect(await rated(attempt)).toEqual([
      [0, 'good'],
      [1, 'again'],
      [2, 'good'],
      [3, 'hard'],
      [4, 'again'],
      [5, 'hard'],
      [6, 'good'],
      [7, 'good'],
      [8, 'again'],
    ])
  })
  it('recognising is at most Good, and kept as what it is', async () => {
    const attempt = await anAttempt('practice', ARRANGEMENTS)
    await attempt.answer(MATCHING, pair('the Syr Darya', 'Issyk-Kul', 'the Chu'))
    expect((await attempt.reviews()).map(({ rating, source }) => [rating, source])).toEqual(
      Array(3).fill(['good', 'question']),
    )
  })
  it('the same answer twice is one; what was not offered, or left as it was, is refused', async () => {
    const { answer, reviews } = await anAttempt('practice', ARRANGEMENTS)
    expect(await answer(MATCHING, pair('the Volga'))).toEqual({ kind: 'rejected', reason: 'not-offered' })
    expect(await answer(MATCHING, pair('', '', ''))).toEqual({ kind: 'rejected', reason: 'unanswered' })
    const shown = ARRANGEMENTS.rows[ORDERING]?.options ?? []
    expect(await answer(ORDERING, order(...shown))).toEqual({ kind: 'rejected', reason: 'unanswered' })
    const right = ARRANGEMENTS.rows[ORDERING]?.key ?? []
    expect(await answer(ORDERING, order(...right))).toMatchObject({ kind: 'saved', repeated: false })
    expect(await answer(ORDERING, order(...right))).toMatchObject({ kind: 'saved', repeated: true })
    expect(await answer(ORDERING, order(...shown))).toEqual({ kind: 'rejected', reason: 'already-answered' })
    expect(await reviews()).toHaveLength(3)
  })
  it('the feedback has for each pair what was given, what is right and its own evidence', async () => {
    const { viewer, attemptId, answer } = await anAttempt('practice', ARRANGEMENTS)
    await answer(MATCHING, pair('the Syr Darya', 'the sands', ''))
    await answer(ORDERING, order('Karakol was founded', 'The railway reached Balykchy', 'The canal was dug'))
    expect((await findFeedback(viewer, attemptId, MATCHING))?.answer).toMatchObject({
      kind: 'pairs',
      pairs: [
        { prompt: 'the Naryn', given: 'the Syr Darya', right: 'the Syr Darya', counted: true },
        {
          prompt: 'the Tyup',
          given: 'the sands',
          right: 'Issyk-Kul',
          counted: false,
          evidence: { sentence: 'The Tyup flows into Issyk-Kul.' },
        },
        { prompt: 'the Kara-Suu', given: '', right: 'the Chu', counted: false },
      ],
    })
    expect((await findFeedback(viewer, attemptId, ORDERING))?.answer).toMatchObject({
      kind: 'order',
      places: [
        { entry: 'Karakol was founded', given: 1, counted: true },
        { entry: 'The canal was dug', given: 3, counted: false, evidence: { sentence: 'The canal was dug in 1913.' } },
        { entry: 'The railway reached Balykchy', given: 2, counted: true },
      ],
    })
  })
})

it('of a matching that was right in part, only the missed facts are to be learned again; none of them is a card', async () => {
  const { viewer, attemptId, answer, factIds, deckId } = await anAttempt('practice', ARRANGEMENTS)
  await answer(MATCHING, pair('the Syr Darya', 'the sands', 'the Chu'))
  await submitAttempt(viewer, attemptId, later(2))
  const result = await findResult(viewer, attemptId, later(3))
  const matching = result?.questions.find(({ position }) => position === MATCHING)
  expect(matching?.missedFactIds).toEqual([factIds[1]])
  expect(result?.questions.flatMap(({ missedFactIds }) => missedFactIds)).toHaveLength(7)
  expect(result?.toStudy).toEqual([])
  expect(await nextCards(viewer, { deckId, limit: 20 }, later(3))).toMatchObject({ cards: [], more: 0 })
})

describe('a test of them', () => {
  it('is graded when it is handed in; its mistakes can be taken again; the export holds what was answered', async () => {
    const attempt = await anAttempt('test', ARRANGEMENTS)
    const { viewer, attemptId, answer } = attempt
    await answer(MATCHING, pair('the Syr Darya', 'Issyk-Kul', 'the Chu'))
    await answer(ORDERING, order('The railway reached Balykchy', 'The canal was dug', 'Karakol was founded'))
    expect(await attempt.reviews()).toEqual([])
    expect(await submitAttempt(viewer, attemptId, later(5))).toMatchObject({ points: 1, outOf: 3, unanswered: 1 })
    expect(await rated(attempt)).toEqual([
      [0, 'good'],
      [1, 'good'],
      [2, 'good'],
      [3, 'again'],
      [4, 'again'],
      [5, 'again'],
    ])
    const result = await findResult(viewer, attemptId, later(6))
    expect(result?.questions.map(({ type, verdict }) => [type, verdict])).toEqual([
      ['ordering', 'wrong'],
      ['matching', 'unanswered'],
      ['matching', 'right'],
    ])
    expect(result?.questions[1]?.answer).toMatchObject({ pairs: [{ given: '', counted: false }, {}, {}] })
    expect(result?.questions.flatMap(({ missedFactIds }) => missedFactIds)).toHaveLength(6)
    const again = await retakeMistakes(viewer, attemptId, later(7))
    if (again.kind !== 'started') throw new Error(again.reason)
    const retaken = await findAttempt(viewer, again.attemptId)
    expect(retaken?.questions.map(({ item }) => item.type)).toEqual(['ordering', 'matching'])
    const exported = await exportLearner(viewer, later(8))
    const [first] = exported.attempts
    expect(first?.responses.map(({ response }) => response)).toContainEqual({
      kind: 'pairs',
      chosen: ['the Syr Darya', 'Issyk-Kul', 'the Chu'],
    })
  })
})

describe('a quiz with them', () => {
  it('asks no fact twice', async () => {
    const { viewer, deckId } = await anAttempt('practice', ARRANGEMENTS)
    const made = await createQuiz(viewer, { deckId, count: 5, mode: 'practice' }, 1, NOW)
    expect(made).toMatchObject({ kind: 'created', questions: 3 })
  })
  it('held to some facts, asks no question that asks others as well', async () => {
    const { viewer, deckId, factIds } = await anAttempt('practice', ARRANGEMENTS)
    const made = await createQuiz(viewer, { deckId, count: 5, mode: 'practice', facts: factIds.slice(0, 4) }, 1, NOW)
    if (made.kind !== 'created') throw new Error(made.reason)
    const questions = await db().quizQuestion.findMany({
      where: { quizId: made.quizId },
      include: { revision: { include: { item: true } } },
    })
    expect(questions.map(({ revision }) => revision.item.type)).toEqual(['matching'])
  })
})
