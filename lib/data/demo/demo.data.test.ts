import { beforeAll, describe, expect, it } from 'vitest'
import { LearnerId } from '@/lib/core/ids'
import { readParameters } from '@/lib/core/memory/scheduling/parameters'
import { type LoggedReview, replayByFact } from '@/lib/core/memory/scheduling/replay'
import { studyDay } from '@/lib/core/memory/scheduling/study-day'
import { mayResetEntry } from '@/lib/core/people/class-permissions'
import { classQuestions } from '@/lib/data/classes/class-questions'
import { classTable } from '@/lib/data/classes/class-table'
import { listClasses } from '@/lib/data/classes/classes'
import { gradebook } from '@/lib/data/classes/gradebook'
import { joinClass } from '@/lib/data/classes/join-class'
import { memoryOf } from '@/lib/data/memories/memory-rows'
import { authenticate } from '@/lib/data/people/passwords'
import { today } from '@/lib/data/progress/today'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { db } from '../../db'
import { loadContent } from '../maintenance/load-content'
import { createDemo, type Demo } from './create-demo'
import { removeDemo } from './remove-demo'

useDatabase()

const SEED = 2026
const SECRET = 'a secret of this instance and of no other'
const HERE = '127.0.0.1'
let demo: Demo
let tookMs = 0

async function viewerOf(email: string) {
  const identity = await db().identity.findUniqueOrThrow({ where: { email }, include: { learner: true } })
  const viewer = await aLearner()
  const { timeZone, dayStartHour, name } = identity.learner
  return { ...viewer, timeZone, dayStartHour, name, learnerId: LearnerId.parse(identity.learnerId) }
}

async function counts() {
  const names = [
    'learner',
    'identity',
    'document',
    'deck',
    'fact',
    'item',
    'revision',
    'memory',
    'review',
    'quiz',
  ] as const
  const more = ['quizQuestion', 'attempt', 'response', 'class', 'membership', 'assignment', 'session'] as const
  const rows = await Promise.all(
    [...names, ...more].map(
      async (name) => [name, await (db()[name] as { count(): Promise<number> }).count()] as const,
    ),
  )
  return Object.fromEntries(rows) as Record<(typeof names)[number] | (typeof more)[number], number>
}

beforeAll(async () => {
  await loadContent('content')
  const begun = performance.now()
  const made = await createDemo(NOW, SEED, SECRET)
  tookMs = performance.now() - begun
  if (!made) throw new Error('The shipped document is not there.')
  demo = made
})

describe('the demo', () => {
  it('is made in a moment', () => {
    console.info(`The demo took ${Math.round(tookMs)} ms.`)
    expect(tookMs).toBeLessThan(10_000)
  })

  it('lets both in from this machine and from nowhere else, with the same passwords at every start', async () => {
    for (const signIn of [demo.teacher, demo.learner]) {
      expect(await authenticate({ ...signIn, address: HERE }, NOW)).toMatchObject({ kind: 'authenticated' })
      expect(await authenticate({ ...signIn, address: '10.0.0.7' }, NOW)).toMatchObject({ reason: 'demo-elsewhere' })
    }
    const before = await counts()
    expect(await createDemo(NOW, SEED + 1, SECRET)).toEqual(demo)
    expect(await counts()).toEqual(before)
    expect(await authenticate({ ...demo.teacher, address: HERE }, NOW)).toMatchObject({ kind: 'authenticated' })
    expect(demo.teacher.password).not.toBe(demo.learner.password)
  })

  it('has other passwords on another instance, and then the first ones open nothing', async () => {
    const elsewhere = await createDemo(NOW, SEED, `${SECRET}, nor of this one`)
    expect(elsewhere?.teacher.password).not.toBe(demo.teacher.password)
    expect(await authenticate({ ...demo.teacher, address: HERE }, NOW)).toMatchObject({ kind: 'rejected' })
    expect(await createDemo(NOW, SEED, SECRET)).toEqual(demo)
  })

  it('shows a class of a dozen that differs from learner to learner', async () => {
    const teacher = await viewerOf(demo.teacher.email)
    const [taught] = await listClasses(teacher)
    if (!taught) throw new Error('There is no class.')
    expect(taught).toMatchObject({ role: 'teacher', learners: 12, assignments: 2 })
    expect(taught.notStarted).toHaveLength(2)
    const table = await classTable(teacher, taught.classId, NOW)
    if (table.kind !== 'table') throw new Error(table.reason)
    const known = table.rows.map((row) => row.known ?? 0)
    expect(Math.max(...known)).toBeGreaterThan(2 * (known[2] ?? 0))
    const levels = new Set(table.rows.flatMap((row) => row.cells))
    expect(levels.size).toBeGreaterThanOrEqual(4)
    const book = await gradebook(teacher, taught.classId, NOW)
    const graded = book.learners.flatMap(({ grades }) => grades).filter(({ kind }) => kind === 'graded')
    expect(graded).toHaveLength(8)
    const questions = await classQuestions(teacher, taught.classId)
    expect(questions.every((question) => question.answers === 8)).toBe(true)
    expect(new Set(questions.map((question) => question.right)).size).toBeGreaterThan(2)
  })

  it('gives the independent learner something new to study today', async () => {
    const learner = await viewerOf(demo.learner.email)
    const work = await today(learner, NOW)
    expect(work.begun).toBe(true)
    expect(work.new).toBeGreaterThan(0)
  })

  it('keeps memories that equal the replay of their reviews', async () => {
    const reviews = await db().review.findMany()
    expect(reviews.length).toBeGreaterThan(500)
    for (const { id } of await db().learner.findMany({ where: { demo: true } })) {
      const logged = reviews
        .filter((review) => review.learnerId === id)
        .map((review) => ({ ...review, parameters: readParameters(review.parameters, new Map()) })) as LoggedReview[]
      const replayed = replayByFact(logged)
      const kept = await db().memory.findMany({ where: { learnerId: id } })
      expect(new Map(kept.map((row) => [row.factId, memoryOf(row)]))).toEqual(
        new Map([...replayed].map(([factId, { memory }]) => [factId, memory])),
      )
      const scheduled = new Map([...replayed.values()].flatMap(({ scheduled: ids }) => [...ids]))
      for (const review of reviews.filter(({ learnerId }) => learnerId === id)) {
        expect(scheduled.get(review.id)).toBe(review.scheduled)
      }
    }
  })

  it('has reviewed at hours at which people are awake, in the weeks before now', async () => {
    const reviews = await db().review.findMany({ select: { at: true } })
    const hours = new Set(reviews.map(({ at }) => (at.getUTCHours() + 6) % 24))
    expect([...hours].every((hour) => hour >= 5 || hour === 0)).toBe(true)
    const days = reviews.map(({ at }) => studyDay(NOW, 'Asia/Bishkek', 4) - studyDay(at, 'Asia/Bishkek', 4))
    expect(Math.max(...days)).toBe(36)
    expect(reviews.every(({ at }) => at <= NOW)).toBe(true)
  })

  it('lets nobody in as one of its learners', async () => {
    const identities = await db().identity.findMany({ where: { learner: { demo: true }, kind: 'code' } })
    expect(identities).toHaveLength(12)
    expect(
      identities.every(
        (identity) => identity.returnHash === null && mayResetEntry([identity], String(identity.classId)),
      ),
    ).toBe(true)
  })
})

describe('removing the demo', () => {
  it('takes all of it and nothing else', async () => {
    const teacher = await aLearner({ name: 'Real teacher' })
    const deck = await aDeck(teacher)
    const learner = await aLearner({ name: 'Real learner' })
    const real = await aClass(teacher, [learner])
    await anAssignment(real.classId, deck.deckId)
    const before = await counts()
    const demoClass = await db().class.findFirstOrThrow({
      where: { memberships: { some: { learner: { demo: true } } } },
    })
    await joinClass({ code: demoClass.code, name: 'Visitor', address: HERE }, learner, NOW)

    expect(await removeDemo(NOW)).toEqual({ learners: 14 })
    const after = await counts()
    expect(await db().learner.count({ where: { demo: true } })).toBe(0)
    expect(after).toMatchObject({
      learner: before.learner - 14,
      class: before.class - 1,
      membership: 2,
      assignment: 1,
      quiz: 0,
      quizQuestion: 0,
      attempt: 0,
      response: 0,
      review: 0,
      memory: 0,
      identity: before.identity - 14,
    })
    for (const name of ['document', 'deck', 'fact', 'item', 'revision'] as const) expect(after[name]).toBe(before[name])
    expect(await removeDemo(NOW)).toEqual({ learners: 0 })
    expect(await db().learner.count({ where: { id: { in: [teacher.learnerId, learner.learnerId] } } })).toBe(2)
  })

  it('is followed by one as good as new', async () => {
    expect(await createDemo(NOW, SEED, SECRET)).not.toBeNull()
    await removeDemo(NOW)
  })
})
