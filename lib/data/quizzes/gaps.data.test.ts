import { expect, it } from 'vitest'
import { ItemId } from '@/lib/core/ids'
import { editItem } from '@/lib/data/decks/edit-item'
import { listItems } from '@/lib/data/decks/list-items'
import { printDeck } from '@/lib/data/decks/print-deck'
import { exportLearner } from '@/lib/data/people/export-learner'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz, later } from '@/test/known-quiz'
import { answerQuestion } from './answer-question'
import { createQuiz } from './create-quiz'
import { findAttempt } from './find-attempt'
import { findFeedback, findResult } from './find-result'
import { startAttempt } from './start-attempt'
import { submitAttempt } from './submit-attempt'

useDatabase()

const TEXT = 'In 1999–2000 armed groups invaded Batken.'
const CLOZE = { type: 'cloze', stem: 'Armed groups invaded _____.', key: ['Batken'], facts: [0] }
const EDIT = { stem: 'In _____ armed groups invaded _____.', key: ['1999–2000', 'Batken / Batken region'], wrong: [] }

/** A deck whose one cloze its author has given a second gap, and an attempt at a quiz on it. */
async function aQuizWithGaps() {
  const viewer = await aLearner()
  const { deckId } = await aKnownQuiz(viewer, 'practice', { text: TEXT, facts: [/In 1999.*/], rows: [CLOZE] })
  const { id } = await db().item.findFirstOrThrow({ where: { document: { decks: { some: { id: deckId } } } } })
  const edited = await editItem(viewer, deckId, ItemId.parse(id), EDIT, { anyway: true }, NOW)
  expect(edited).toMatchObject({ kind: 'edited' })
  const quiz = await createQuiz(viewer, { deckId, count: 1, mode: 'practice' }, 1, NOW)
  if (quiz.kind !== 'created') throw new Error(quiz.reason)
  const started = await startAttempt(viewer, quiz.quizId, null, NOW)
  if (started.kind !== 'started') throw new Error(started.reason)
  return { viewer, deckId, attemptId: started.attemptId }
}

it('a cloze with two gaps is asked, graded gap by gap, and told gap by gap in the result', async () => {
  const { viewer, attemptId } = await aQuizWithGaps()
  const open = await findAttempt(viewer, attemptId)
  expect(open?.questions[0]?.item).toMatchObject({ type: 'gaps', stem: EDIT.stem, content: { gaps: 2 } })
  const response = { kind: 'text', texts: ['1998', 'Batken region'] } as const
  expect(await answerQuestion(viewer, { attemptId, position: 0, response }, later(1))).toMatchObject({
    score: { points: 0.5, correct: false, perKey: [false, true] },
  })
  const typed = [
    { text: '1998', counted: false },
    { text: 'Batken region', counted: true },
  ]
  expect(await findFeedback(viewer, attemptId, 0)).toMatchObject({ answer: { typed }, key: ['1999–2000', 'Batken'] })
  await submitAttempt(viewer, attemptId, later(2))
  expect(await findResult(viewer, attemptId, later(3))).toMatchObject({
    points: 0.5,
    questions: [{ type: 'gaps', verdict: 'partly', answer: { typed } }],
  })
})

it('a cloze with two gaps is printed with its gaps, and the export of its author holds each gap', async () => {
  const { viewer, deckId } = await aQuizWithGaps()
  const printed = await printDeck(viewer, deckId, { kind: 'quiz', count: 1, version: 1 })
  expect(printed?.printed).toMatchObject({
    questions: [{ stem: 'In ______________ armed groups invaded ______________.', space: { kind: 'gaps' } }],
    keys: [{ key: ['1. 1999–2000', '2. Batken'] }],
  })
  const { documents } = await exportLearner(viewer, NOW)
  const contents = documents.flatMap(({ items }) =>
    items.flatMap(({ revisions }) => revisions.map((row) => row.content)),
  )
  expect(contents).toContainEqual({
    type: 'gaps',
    gaps: [
      { text: '1999–2000', accepted: [] },
      { text: 'Batken', accepted: ['Batken region'] },
    ],
  })
})

it('a cloze with two gaps is listed as its own type', async () => {
  const { viewer, deckId } = await aQuizWithGaps()
  const listed = await listItems(viewer, deckId)
  const types = listed?.groups.flatMap(({ items }) => items.map(({ type }) => type))
  expect(types).toContain('gaps')
})
