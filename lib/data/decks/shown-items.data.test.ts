import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { db } from '../../db'
import { shownItems } from './shown-items'

useDatabase()

const CASES = ['A', 'B', 'C'].flatMap((tier) =>
  [false, true].flatMap((retired) =>
    ([null, 'accepted', 'rejected'] as const).map((choice) => [tier, retired, choice] as const),
  ),
)

it('what a deck shows is the same in SQL and for Prisma, whatever an item is and its deck decided', async () => {
  const { deckId } = await aKnownQuiz(await aLearner())
  const { id } = await db().item.findFirstOrThrow()
  const differ: unknown[] = []
  for (const [tier, retired, choice] of CASES) {
    await db().item.update({ where: { id }, data: { tier, retired } })
    await db().deckChoice.deleteMany()
    if (choice) await db().deckChoice.create({ data: { deckId, itemId: id, choice, decidedAt: NOW } })
    const isShown = (await db().item.count({ where: { AND: [{ id }, shownItems(deckId)] } })) === 1
    const [row] = await db().$queryRaw<{ isShown: boolean }[]>`
      SELECT is_shown(${tier}, ${retired}, ${choice}::"Choice") AS "isShown"`
    if (row?.isShown !== isShown) differ.push([tier, retired, choice])
  }
  expect(differ).toEqual([])
})
