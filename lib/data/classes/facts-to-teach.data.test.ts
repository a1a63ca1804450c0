import { randomUUID } from 'node:crypto'
import { subDays } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { ReviewId } from '@/lib/core/ids'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { classFacts, factsToTeachByClass } from './facts-to-teach'

useDatabase()

/** Two learners rated one fact Hard ten months ago and never again, another Good an hour ago. */
async function aForgetfulClass() {
  const [teacher, first, second] = [await aLearner(), await aLearner(), await aLearner()]
  const { classId } = await aClass(teacher, [first, second])
  const deck = await aDeck(teacher)
  await anAssignment(classId, deck.deckId)
  const [forgotten, kept] = deck.factIds
  if (!forgotten || !kept) throw new Error('Too few facts.')
  const hourAgo = new Date(NOW.getTime() - 3_600_000)
  for (const viewer of [first, second]) {
    const rated = [
      { factId: forgotten, rating: 'hard', at: subDays(NOW, 300) },
      { factId: kept, rating: 'good', at: hourAgo },
    ] as const
    for (const { at, ...review } of rated) {
      const id = ReviewId.parse(randomUUID())
      await recordReviews(viewer, [{ id, ...review, at, itemId: null, revisionId: null, durationMs: 3000 }], at)
    }
  }
  const { statement } = await db().fact.findUniqueOrThrow({ where: { id: forgotten } })
  return { teacher, learner: first, classId, deckId: deck.deckId, statement }
}

describe('what to teach a class again', () => {
  it('names the facts that most who met them have probably forgotten, and no others', async () => {
    const { teacher, classId, statement } = await aForgetfulClass()
    const found = await factsToTeachByClass(teacher, [classId], NOW)
    expect(found.get(classId)).toMatchObject([{ statement, met: 2, lost: 2 }])
  })

  it('is told to the class’s teacher alone, whatever class is asked for', async () => {
    const { teacher, learner, classId, deckId, statement } = await aForgetfulClass()
    expect(await classFacts(teacher, classId, deckId, NOW)).toMatchObject({ kind: 'facts', facts: [{ statement }] })
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    for (const viewer of [learner, otherTeacher, await aLearner()]) {
      expect((await factsToTeachByClass(viewer, [classId], NOW)).size).toBe(0)
      expect(await classFacts(viewer, classId, deckId, NOW)).toEqual({ kind: 'too-early' })
    }
  })
})
