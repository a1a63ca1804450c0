import { subDays } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { slippingFacts } from './slipping-facts'

useDatabase()

async function aSlippingClass() {
  const [teacher, one, two] = [await aLearner(), await aLearner(), await aLearner()]
  const { classId } = await aClass(teacher, [one, two])
  const deck = await aDeck(teacher)
  await anAssignment(classId, deck.deckId)
  const [slipping, kept] = deck.factIds
  if (!slipping || !kept) throw new Error('Too few facts.')
  const row = { state: 'review', difficulty: 5, step: 0, reviews: 4, lapses: 0, due: NOW }
  for (const { learnerId } of [one, two]) {
    const weak = { learnerId, factId: slipping, stability: 1, lastReview: subDays(NOW, 60) }
    const strong = { learnerId, factId: kept, stability: 400, lastReview: subDays(NOW, 1) }
    await db().memory.createMany({ data: [weak, strong].map((memory) => ({ ...row, ...memory })) })
  }
  const { statement } = await db().fact.findUniqueOrThrow({ where: { id: slipping } })
  return { teacher, learner: one, classId, statement }
}

describe('what a class is losing', () => {
  it('names facts that most who met them do not know now, and no others', async () => {
    const { teacher, classId, statement } = await aSlippingClass()
    const found = await slippingFacts(teacher, [classId], NOW)
    expect(found.get(classId)).toEqual([{ statement, known: 0, learners: 2 }])
  })

  it('is told to the class’s teacher alone, whatever class is asked for', async () => {
    const { learner, classId } = await aSlippingClass()
    const stranger = await aLearner()
    expect((await slippingFacts(learner, [classId], NOW)).size).toBe(0)
    expect((await slippingFacts(stranger, [classId], NOW)).size).toBe(0)
  })
})
