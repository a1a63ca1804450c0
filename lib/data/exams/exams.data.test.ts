import { describe, expect, it } from 'vitest'
import { aRevision } from '@/test/an-item-revision'
import { useDatabase } from '@/test/database'
import { aDeckOfLakes, rateAt } from '@/test/decks'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import type { DeckId, FactId } from '../../core/ids'
import { isoDay, studyDay } from '../../core/memory/scheduling/study-day'
import type { Viewer } from '../../core/people/viewer'
import { DAY_MS } from '../../core/shared/time'
import { db } from '../../db'
import { countAskable, createQuiz } from '../quizzes/create-quiz'
import { examDeck, examFacts } from '../study/exam-plan'
import { ExamWish, listExams, readExam, removeExam, setExam } from './exams'

useDatabase()

const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const TODAY = studyDay(NOW, 'UTC', 4)
const set = (viewer: Viewer, deckId: DeckId, days: number, target = 0.9) =>
  setExam(viewer, deckId, { day: TODAY + days, target }, NOW)

describe('the date on a deck', () => {
  it('is kept as the calendar’s, read back with readiness, moved and taken off', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 4)
    expect(await readExam(viewer, deckId, NOW)).toBeNull()
    await set(viewer, deckId, 9)
    await rateAt(viewer, factIds[0], 'easy', NOW)
    const exam = await readExam(viewer, deckId, NOW)
    expect(exam).toMatchObject({ date: '2026-12-03', days: 9, target: 0.9, facts: 4, quizOnly: 0, title: 'Lakes' })
    // One fact of four, and none is certain.
    expect(exam?.now.share).toBeCloseTo(0.99 / 4)
    expect(exam?.idle.share).toBeLessThan(0.99 / 4)
    expect(exam?.plan).toMatchObject({ kind: 'reachable', newPerDay: 1 })
    await set(viewer, deckId, 20, 0.8)
    expect(await readExam(viewer, deckId, NOW)).toMatchObject({ days: 20, target: 0.8 })
    expect(await db().exam.count({ where: { deckId } })).toBe(1)
    await removeExam(viewer, deckId)
    expect(await readExam(viewer, deckId, NOW)).toBeNull()
  })

  it('is refused in the past, beyond a year, on a deck that is not the viewer’s to see, and in no other form', async () => {
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    const { deckId } = await aDeckOfLakes(viewer, 1)
    expect(await set(viewer, deckId, -1)).toEqual({ kind: 'rejected', reason: 'past' })
    expect(await set(viewer, deckId, 400)).toEqual({ kind: 'rejected', reason: 'too-far' })
    expect(await set(stranger, deckId, 5)).toEqual({ kind: 'rejected', reason: 'no-such-deck' })
    expect((await examDeck(stranger, deckId, NOW)).facts).toEqual([])
    expect(await db().exam.count({ where: { deckId } })).toBe(0)
    for (const day of ['', '2026-13-01', 'tomorrow'])
      expect(ExamWish.safeParse({ day, target: '0.9' }).success).toBe(false)
    expect(ExamWish.safeParse({ day: '2026-12-03', target: '1' }).success).toBe(false)
    expect(ExamWish.parse({ day: '2026-12-03', target: '0.9' })).toEqual({ day: TODAY + 9, target: 0.9 })
  })

  it('is the learner’s own: nobody else sees it, lists it, studies by it or takes it off', async () => {
    const [viewer, classmate] = [await aLearner(), await aLearner()]
    const { deckId } = await aDeckOfLakes(viewer, 2)
    await anAssignment((await aClass(viewer, [classmate])).classId, deckId)
    await set(viewer, deckId, 5)
    expect(await readExam(classmate, deckId, NOW)).toBeNull()
    expect(await listExams(classmate, NOW)).toEqual([])
    expect(await examFacts(classmate, deckId, NOW)).toEqual([])
    expect(await examFacts(null, deckId, NOW)).toEqual([])
    await removeExam(classmate, deckId)
    expect(await readExam(viewer, deckId, NOW)).not.toBeNull()
  })

  it('is out of sight with its deck', async () => {
    const [teacher, learner] = [await aLearner(), await aLearner()]
    const { deckId } = await aDeckOfLakes(teacher, 2)
    const id = await anAssignment((await aClass(teacher, [learner])).classId, deckId)
    await set(learner, deckId, 5)
    expect(await listExams(learner, NOW)).toHaveLength(1)
    await db().assignment.delete({ where: { id } })
    expect(await listExams(learner, NOW)).toEqual([])
    expect(await examFacts(learner, null, NOW)).toEqual([])
  })

  it('counts down by study days of the learner’s clock, and is listed until its day is over', async () => {
    const bishkek = await aLearner({ timeZone: 'Asia/Bishkek' })
    const newYork = await aLearner({ timeZone: 'America/New_York' })
    // 23:30 in UTC is 05:30 of the next day in Bishkek and half past six in the evening in New York.
    const moment = new Date('2026-11-24T23:30:00Z')
    for (const [viewer, days] of [
      [bishkek, 1],
      [newYork, 2],
    ] as const) {
      const { deckId } = await aDeckOfLakes(viewer, 1)
      await set(viewer, deckId, 2)
      const listed = await listExams(viewer, moment)
      expect(listed).toMatchObject([{ date: isoDay(TODAY + 2), days }])
      expect(await listExams(viewer, inDays(2))).toHaveLength(1)
      expect(await listExams(viewer, inDays(4))).toEqual([])
      expect(await readExam(viewer, deckId, inDays(4))).toMatchObject({ plan: null, today: 0 })
    }
  })
})

/** The first facts of a deck are asked in quizzes only. */
async function inQuizzesOnly(factIds: readonly string[]): Promise<void> {
  const item = { facts: { some: { factId: { in: [...factIds] } } } }
  const { content, keyText, isCard } = aRevision({ type: 'true-false', stem: 'It is deep.', key: ['True'] })
  await db().revision.updateMany({ where: { item }, data: { content, keyText, isCard } })
  await db().item.updateMany({ where: item, data: { type: 'true-false' } })
  await refreshDecks()
}

describe('the plan', () => {
  it('is kept by who does all that is asked each day, with facts asked in quizzes only left out of it and of every share', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 9)
    await inQuizzesOnly(factIds.slice(0, 4))
    await set(viewer, deckId, 4)
    const first = await readExam(viewer, deckId, NOW)
    expect(first).toMatchObject({ facts: 5, quizOnly: 4, now: { share: 0 }, plan: { kind: 'reachable' } })
    for (let day = 0; day < 4; day++) {
      const before = await readExam(viewer, deckId, inDays(day))
      // What the plan asks for today is what a button brings.
      expect(before?.today).toBeGreaterThanOrEqual(before?.plan?.newToday ?? 0)
      for (const factId of await examFacts(viewer, deckId, inDays(day)))
        await rateAt(viewer, factId, 'easy', inDays(day))
      expect(await readExam(viewer, deckId, inDays(day))).toMatchObject({ today: 0, plan: { newToday: 0 } })
    }
    const end = await readExam(viewer, deckId, inDays(4))
    expect(end?.now.share).toBeGreaterThanOrEqual((first?.plan?.readiness.share ?? 1) - 0.02)
    expect(await listExams(viewer, inDays(4))).toEqual([end])
  })

  it('leaves what is asked in quizzes only to a quiz on exactly these facts', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 5)
    await inQuizzesOnly(factIds.slice(0, 3))
    const made = await createQuiz(viewer, { deckId, count: 5, mode: 'practice', facts: 'quiz-only' }, 1, NOW)
    if (made.kind !== 'created') throw new Error(made.reason)
    const asked = await db().itemFact.findMany({
      where: { item: { revisions: { some: { questions: { some: { quizId: made.quizId } } } } } },
    })
    expect(new Set(asked.map(({ factId }) => factId))).toEqual(new Set(factIds.slice(0, 3)))
  })

  it('says how many questions that quiz has, without those that ask a fact with a card as well', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 5)
    const quizOnly = factIds.slice(0, 3)
    await inQuizzesOnly(quizOnly)
    const alsoAsk = async (factId: FactId | undefined, withCard: FactId | undefined) => {
      if (!factId || !withCard) throw new Error('The deck has too few facts.')
      const { itemId } = await db().itemFact.findFirstOrThrow({ where: { factId } })
      await db().itemFact.create({ data: { itemId, factId: withCard, slot: 1 } })
      await refreshDecks()
    }
    await alsoAsk(factIds[0], factIds[4])
    const { questions } = await countAskable(viewer, deckId, 'quiz-only')
    expect(questions).toBe(2)
    const asked = { deckId, count: questions, mode: 'practice', facts: 'quiz-only' } as const
    expect(await createQuiz(viewer, asked, 1, NOW)).toMatchObject({ kind: 'created', questions })
    await alsoAsk(factIds[1], factIds[4])
    await alsoAsk(factIds[2], factIds[4])
    expect((await countAskable(viewer, deckId, 'quiz-only')).questions).toBe(0)
    expect(await createQuiz(viewer, asked, 1, NOW)).toEqual({ kind: 'rejected', reason: 'no-questions' })
  })
})

describe('what the exam asks for today', () => {
  it('is this day’s share of new facts, less those met today', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 6)
    await set(viewer, deckId, 3, 0.97)
    expect(await examFacts(viewer, deckId, NOW)).toEqual(factIds.slice(0, 2))
    await rateAt(viewer, factIds[0], 'easy', NOW)
    expect(await examFacts(viewer, deckId, NOW)).toEqual([factIds[1]])
    await rateAt(viewer, factIds[1], 'easy', NOW)
    expect(await examFacts(viewer, deckId, NOW)).toEqual([])
    expect(await readExam(viewer, deckId, NOW)).toMatchObject({ today: 0 })
  })

  it('is in the last days also what would not be due before, and none of what is set aside', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 3)
    for (const factId of factIds) await rateAt(viewer, factId, 'easy', inDays(-5))
    await set(viewer, deckId, 20, 0.97)
    expect(await examFacts(viewer, deckId, NOW)).toEqual([])
    await set(viewer, deckId, 1, 0.97)
    expect(new Set(await examFacts(viewer, deckId, NOW))).toEqual(new Set(factIds))
    await db().factFlag.create({ data: { learnerId: viewer.learnerId, factId: factIds[2] ?? '', suspended: true } })
    expect(await examFacts(viewer, null, NOW)).toHaveLength(2)
    await rateAt(viewer, factIds[0], 'good', NOW)
    expect(await examFacts(viewer, deckId, NOW)).toEqual([factIds[1]])
  })
})
