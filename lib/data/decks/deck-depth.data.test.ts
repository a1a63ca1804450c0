import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { accepted, aKnownDeck, NOT_FOUND, rateAt, rejected } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import type { Depth } from '../../core/generation/depth'
import { db } from '../../db'
import { nextCards } from '../study/next-cards'
import { chooseItems } from './accept-items'
import { changeDepth, countByDepth } from './deck-depth'
import { listDecksToCheck, needsCheck } from './needs-check'
import { listShownRevisions } from './shown-items'

useDatabase()

/** Items of all depths, the deeper ones waiting, in a deck that shows key points and balanced. */
async function aDeckOfDepths() {
  const owner = await aLearner()
  const places: readonly { depth: Depth; tier: 'A' | 'B' }[] = [
    { depth: 'key', tier: 'A' },
    { depth: 'key', tier: 'A' },
    { depth: 'balanced', tier: 'A' },
    { depth: 'balanced', tier: 'B' },
    { depth: 'everything', tier: 'A' },
    { depth: 'everything', tier: 'B' },
  ]
  const deck = await aKnownDeck(owner, {
    text: 'Six lakes lie in the mountains.',
    items: places.map(({ tier }, at) => ({
      type: 'short-answer',
      stem: `How deep is lake ${at}?`,
      key: [`${at} m`],
      tier,
    })),
  })
  for (const [at, { depth }] of places.entries())
    await db().item.updateMany({ where: { id: deck.itemIds[at] ?? '' }, data: { depth } })
  await refreshDecks(deck.documentId)
  return { owner, ...deck }
}

describe('the depth of a deck', () => {
  it('is counted exactly before it is changed', async () => {
    const { owner, deckId, itemIds, factIds } = await aDeckOfDepths()
    const [first, , third, , fifth] = itemIds
    if (!first || !third || !fifth) throw new Error('no items')
    await chooseItems(
      owner,
      deckId,
      [
        { itemId: first, choice: rejected },
        { itemId: fifth, choice: accepted },
      ],
      NOW,
    )
    await rateAt(owner, factIds[2], 'good', NOW)
    const counts = {
      key: { ready: 2, toCheck: 0, hidesStudied: 1 },
      balanced: { ready: 3, toCheck: 1, hidesStudied: 0 },
      everything: { ready: 3, toCheck: 2, hidesStudied: 0 },
    }
    expect(await countByDepth(owner, deckId)).toEqual({ depth: 'balanced', counts })
    for (const depth of ['key', 'balanced', 'everything'] as const) {
      await changeDepth(owner, deckId, depth)
      expect(await listShownRevisions(owner, deckId)).toHaveLength(counts[depth].ready)
      expect((await needsCheck(owner, deckId))?.items ?? 0).toBe(counts[depth].toCheck)
    }
  })

  it('keeps memories when it hides what was studied, and shows it again by undo', async () => {
    const { owner, deckId, factIds } = await aDeckOfDepths()
    const { id } = await rateAt(owner, factIds[2], 'good', NOW)
    expect(await changeDepth(owner, deckId, 'key')).toEqual({ kind: 'changed', previous: 'balanced' })
    const where = { learnerId: owner.learnerId }
    expect(await db().memory.count({ where })).toBe(1)
    expect(await db().review.count({ where: { ...where, id } })).toBe(1)
    await changeDepth(owner, deckId, 'balanced')
    expect((await listShownRevisions(owner, deckId)).map(({ factIds: [factId] }) => factId)).toContain(factIds[2])
  })

  it('loses no rating of a learner in the middle of a session', async () => {
    const { owner, deckId } = await aDeckOfDepths()
    const { cards } = await nextCards(owner, { deckId, limit: 5 }, NOW)
    expect(cards).toHaveLength(3)
    await changeDepth(owner, deckId, 'key')
    for (const { factId } of cards)
      expect((await rateAt(owner, factId as never, 'good', NOW)).saved).toMatchObject({ kind: 'saved' })
    expect(await db().memory.count({ where: { learnerId: owner.learnerId } })).toBe(3)
  })

  it('is counted and changed by the author alone', async () => {
    const { deckId } = await aDeckOfDepths()
    const stranger = await aLearner()
    expect(await countByDepth(stranger, deckId)).toBeNull()
    expect(await changeDepth(stranger, deckId, 'key')).toEqual(NOT_FOUND)
  })
})

describe('what needs a check', () => {
  it('is announced with its number and about how long it takes', async () => {
    const { owner, deckId } = await aDeckOfDepths()
    expect(await needsCheck(owner, deckId)).toEqual({ items: 1, minutes: 1 })
    expect(await listDecksToCheck(owner)).toMatchObject([{ deckId, items: 1, minutes: 1 }])
  })

  it('is nothing for a reader', async () => {
    const { deckId } = await aDeckOfDepths()
    const stranger = await aLearner()
    expect(await needsCheck(stranger, deckId)).toBeNull()
    expect(await listDecksToCheck(stranger)).toEqual([])
  })
})
