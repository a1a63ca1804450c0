import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/core/access/viewer'
import type { Response } from '@/lib/core/grading/response'
import { AssignmentId, AttemptId, DeckId, FactId, QuizId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, NOW } from '@/test/factories'
import { answerQuestion } from './answer-question'
import { countAskableFacts } from './count-askable-facts'
import { createQuiz } from './create-quiz'
import { findAttempt } from './find-attempt'
import { findFeedback } from './find-feedback'
import { findQuiz } from './find-quiz'
import { findResult } from './find-result'
import { flagQuestion } from './flag-question'
import { listAttempts } from './list-attempts'
import { retakeMistakes } from './retake-mistakes'
import { startAttempt } from './start-attempt'
import { submitAttempt } from './submit-attempt'

useDatabase()

const TEXT =
  'Karakol was founded in 1869. The lake is Issyk-Kul. The rivers are the Naryn and the Chu. The pass is Dolon.'
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const choose = (option: string): Response => ({ kind: 'choice', option })
const type = (...texts: string[]): Response => ({ kind: 'text', texts })

type Row = {
  type: string
  stem: string
  key: string[]
  options?: string[]
  reasons?: Record<string, string>
  facts: number[]
}

const ROWS: Row[] = [
  {
    type: 'choice',
    stem: 'Which town is this?',
    key: ['1869'],
    options: ['1869', '1901', '1848'],
    reasons: { '1901': 'No event stands here.' },
    facts: [0],
  },
  { type: 'cloze', stem: 'The lake is _____.', key: ['Issyk-Kul'], facts: [1] },
  {
    type: 'multiple',
    stem: 'Which are rivers?',
    key: ['the Naryn', 'the Chu'],
    options: ['the Naryn', 'the Chu', 'the Volga'],
    facts: [2, 3],
  },
  { type: 'true-false', stem: 'The pass is Torugart.', key: ['False'], facts: [4] },
]
const ANSWERS = [/founded in 1869/, /lake is/, /rivers are/, /rivers are/, /pass is/]

/** A deck with known questions, and the quiz of all of them in the order of `ROWS`. */
async function aKnownQuiz(owner: Viewer, mode: 'practice' | 'test' = 'practice') {
  const documentId = randomUUID()
  await db().document.create({
    data: {
      id: documentId,
      ownerId: owner.learnerId,
      title: 'Lakes',
      text: TEXT,
      hash: documentId,
      language: 'eng',
      blocks: [],
      refused: {},
      engine: 't',
    },
  })
  const factIds: FactId[] = []
  for (const [position, sentence] of ANSWERS.entries()) {
    const start = TEXT.search(sentence)
    const fact = await db().fact.create({
      data: {
        documentId,
        contentKey: `f${position}`,
        position,
        kind: 'name',
        statement: `Fact ${position}`,
        heading: '',
        spans: [{ start, end: start + 10 }],
        engine: 't',
      },
    })
    factIds.push(FactId.parse(fact.id))
  }
  const deck = await db().deck.create({ data: { ownerId: owner.learnerId, documentId, title: 'Lakes' } })
  const quiz = await db().quiz.create({ data: { ownerId: owner.learnerId, deckId: deck.id, title: 'Lakes', mode } })
  for (const [position, row] of ROWS.entries()) {
    const item = await db().item.create({
      data: {
        documentId,
        contentKey: `i${position}`,
        position,
        type: row.type,
        tier: 'A',
        engine: 't',
        facts: { create: row.facts.map((fact, slot) => ({ slot, factId: factIds[fact] ?? '' })) },
      },
    })
    const start = TEXT.search(ANSWERS[row.facts[0] ?? 0] ?? /$/)
    const evidence = [{ start, end: start + 16, quote: TEXT.slice(start, start + 16) }]
    const revision = await db().revision.create({
      data: {
        itemId: item.id,
        number: 1,
        stem: row.stem,
        key: row.key,
        options: row.options ?? [],
        accepted: row.key.map(() => []),
        explanation: `Because ${position}.`,
        distractorReasons: row.reasons ?? {},
        evidence,
      },
    })
    await db().quizQuestion.create({ data: { quizId: quiz.id, position, revisionId: revision.id } })
  }
  return { quizId: QuizId.parse(quiz.id), deckId: DeckId.parse(deck.id), factIds }
}

async function aSitting(mode: 'practice' | 'test' = 'practice') {
  const viewer = await aLearner()
  const known = await aKnownQuiz(viewer, mode)
  const started = await startAttempt(viewer, known.quizId, null, NOW)
  if (started.kind !== 'started') throw new Error(started.reason)
  const { attemptId } = started
  const answer = (position: number, response: Response, now = later(1)) =>
    answerQuestion(viewer, { attemptId, position, response }, now)
  const reviews = () => db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { at: 'asc' } })
  return { viewer, ...known, attemptId, answer, reviews }
}

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
    const { deckId } = await aDeck(viewer)
    const revisions = async () => {
      const made = await createQuiz(viewer, { deckId, count: 4, mode: 'practice' }, 3, NOW)
      if (made.kind !== 'created') throw new Error(made.reason)
      const rows = await db().quizQuestion.findMany({ where: { quizId: made.quizId }, orderBy: { position: 'asc' } })
      return rows.map(({ revisionId }) => revisionId)
    }
    expect(await revisions()).toEqual(await revisions())
  })
  it('is never longer than what can be asked, and says when there is nothing to ask', async () => {
    const viewer = await aLearner()
    const { deckId } = await aKnownQuiz(viewer)
    const all = await createQuiz(viewer, { deckId, count: 50, mode: 'test' }, 1, NOW)
    expect(all).toMatchObject({ kind: 'created', questions: await countAskableFacts(viewer, deckId) })
    await db().deckChoice.createMany({
      data: (await db().item.findMany({ where: { document: { decks: { some: { id: deckId } } } } })).map(({ id }) => ({
        deckId,
        itemId: id,
        choice: 'rejected' as const,
      })),
    })
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
      await createQuiz(viewer, { deckId, count: 5, mode: 'practice', factIds: first ? [first] : [] }, 1, NOW),
    ).toMatchObject({ questions: 1 })
  })
  it('is refused on a stranger’s deck', async () => {
    const [owner, stranger] = [await aLearner(), await aLearner()]
    const { deckId } = await aKnownQuiz(owner)
    expect(await createQuiz(stranger, { deckId, count: 5, mode: 'practice' }, 1, NOW)).toEqual({
      kind: 'rejected',
      reason: 'not-found',
    })
    expect(await countAskableFacts(stranger, deckId)).toBe(0)
  })
})

describe('starting', () => {
  it('twice is one attempt; in the other mode it is another', async () => {
    const { viewer, quizId, attemptId } = await aSitting()
    expect(await startAttempt(viewer, quizId, null, later(1))).toEqual({ kind: 'started', attemptId, resumed: true })
    expect(await startAttempt(viewer, quizId, null, later(1), 'test')).toMatchObject({ resumed: false })
    expect(await findQuiz(viewer, quizId, null, NOW)).toMatchObject({ questions: 4, mayChooseMode: true })
  })
  it('a stranger’s quiz is refused', async () => {
    const { quizId } = await aSitting()
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

describe('practice', () => {
  it('grades at once and saves answer and memory together', async () => {
    const { viewer, attemptId, answer, reviews, factIds } = await aSitting()
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
    const { answer, reviews, factIds } = await aSitting()
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
    const { answer, reviews } = await aSitting()
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
    const { answer, reviews } = await aSitting()
    const both = await Promise.all([answer(0, choose('1869')), answer(0, choose('1869')), answer(0, choose('1901'))])
    expect(both.filter((one) => one.kind === 'saved' && !one.repeated)).toHaveLength(1)
    expect(await reviews()).toHaveLength(1)
  })
  it('an option that was never offered, an empty answer and a question that is not there are refused', async () => {
    const { answer, reviews } = await aSitting()
    expect(await answer(0, choose('2001'))).toEqual({ kind: 'rejected', reason: 'not-offered' })
    expect(await answer(0, type('1869'))).toEqual({ kind: 'rejected', reason: 'not-offered' })
    expect(await answer(1, type(' '))).toEqual({ kind: 'rejected', reason: 'unanswered' })
    expect(await answer(9, choose('1869'))).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await reviews()).toEqual([])
  })
})

describe('what may be read', () => {
  it('no key, reason or proof before the answer; all of them after it', async () => {
    const { viewer, attemptId, answer } = await aSitting()
    const open = JSON.stringify(await findAttempt(viewer, attemptId))
    for (const secret of ['Issyk-Kul', 'Because', 'No event stands here', 'founded', '"key"'])
      expect(open).not.toContain(secret)
    expect(await findFeedback(viewer, attemptId, 0)).toBeNull()
    await answer(0, choose('1901'))
    expect(await findFeedback(viewer, attemptId, 0)).toMatchObject({
      key: ['1869'],
      options: [
        { text: '1869', isKey: true, isGiven: false },
        { text: '1901', isKey: false, isGiven: true, reason: 'No event stands here.' },
        { text: '1848', isKey: false, isGiven: false },
      ],
      evidence: { sentence: 'founded in 1869.' },
    })
    expect(await findFeedback(viewer, attemptId, 1)).toBeNull()
  })
  it('in a test nothing until it is handed in', async () => {
    const { viewer, attemptId, answer } = await aSitting('test')
    expect(await answer(0, choose('1901'))).toEqual({ kind: 'saved', score: null, repeated: false })
    expect((await findAttempt(viewer, attemptId))?.questions[0]).toMatchObject({ given: choose('1901'), verdict: null })
    expect(await findFeedback(viewer, attemptId, 0)).toBeNull()
    expect(await findResult(viewer, attemptId, later(2))).toBeNull()
    await submitAttempt(viewer, attemptId, later(2))
    expect(await findFeedback(viewer, attemptId, 0)).toMatchObject({ key: ['1869'] })
  })
  it('nothing of another learner’s attempt, read or written', async () => {
    const { attemptId, answer, deckId } = await aSitting()
    await answer(0, choose('1869'))
    const stranger = await aLearner()
    expect(await findAttempt(stranger, attemptId)).toBeNull()
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

describe('test', () => {
  it('answers can change and be taken back until it is handed in; only then do they move memory', async () => {
    const { viewer, attemptId, answer, reviews, factIds } = await aSitting('test')
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
    const { viewer, attemptId } = await aSitting('test')
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

describe('handing in', () => {
  it('counts what was not answered, and twice is once', async () => {
    const { viewer, attemptId, answer, reviews } = await aSitting()
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
    const { viewer, attemptId, answer, factIds } = await aSitting()
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
    expect(new Set(result?.slippedFactIds)).toEqual(new Set(factIds.slice(1)))
    expect(result?.questions.find(({ position }) => position === 0)?.backIn).toMatchObject({ unit: 'minutes' })
  })
  it('mistakes can be taken again, as a practice of the same questions', async () => {
    const { viewer, attemptId, answer } = await aSitting('test')
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
    const { viewer, attemptId, answer } = await aSitting()
    await answer(0, choose('1869'))
    await answer(1, type('Issyk Kul'))
    await answer(2, { kind: 'multiple', options: ['the Chu', 'the Naryn'] })
    await answer(3, choose('False'))
    expect(await submitAttempt(viewer, attemptId, later(3))).toMatchObject({ points: 4, unanswered: 0 })
    expect(await retakeMistakes(viewer, attemptId, later(4))).toEqual({ kind: 'rejected', reason: 'no-mistakes' })
  })
})
