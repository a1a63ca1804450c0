import { describe, expect, it } from 'vitest'
import { listDecks } from '@/lib/data/progress/list-decks'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { chooseItem } from './accept-items'
import { countStudyable } from './find-deck'

useDatabase()

/** A deck of which no item is sure, assigned to a class with one learner. */
async function anUnreviewedDeck() {
  const [author, learner] = [await aLearner(), await aLearner()]
  const deck = await aDeck(author)
  await db().item.updateMany({ where: { documentId: deck.documentId }, data: { tier: 'B' } })
  await refreshDecks()
  const { classId } = await aClass(author, [learner])
  await anAssignment(classId, deck.deckId)
  const choose = (at: number, choice: 'accepted' | 'rejected') => {
    const itemId = deck.itemIds[at]
    if (!itemId) throw new Error('The deck has too few items.')
    return chooseItem(author, deck.deckId, itemId, { choice, revisionId: null }, NOW)
  }
  return { author, learner, ...deck, choose }
}

describe('what there is to study of a deck', () => {
  it('tells the author how many items wait, and a learner only that they are not checked yet', async () => {
    const { author, learner, deckId, itemIds, choose } = await anUnreviewedDeck()
    const nothing = { facts: 0, cards: 0, offersQuiz: true, hasText: true }
    const all = itemIds.length
    expect(await countStudyable(author, deckId)).toEqual({
      ...nothing,
      unacceptedItems: { kind: 'to-review', items: all },
    })
    expect(await countStudyable(learner, deckId)).toEqual({ ...nothing, unacceptedItems: { kind: 'unreviewed' } })
    for (const viewer of [await aLearner(), null]) expect(await countStudyable(viewer, deckId)).toBeNull()
    await choose(0, 'accepted')
    await choose(1, 'rejected')
    const after = await countStudyable(author, deckId)
    expect(after?.facts).toBeGreaterThan(0)
    expect(after?.unacceptedItems).toEqual({ kind: 'to-review', items: all - 2 })
  })

  it('tells that nothing waits when all was rejected', async () => {
    const { author, learner, deckId, itemIds, choose } = await anUnreviewedDeck()
    for (const at of itemIds.keys()) await choose(at, 'rejected')
    for (const viewer of [author, learner])
      expect(await countStudyable(viewer, deckId)).toMatchObject({
        facts: 0,
        cards: 0,
        unacceptedItems: { kind: 'none' },
      })
  })

  it('is told in the author’s list of decks as long as an item waits', async () => {
    const { author, learner, deckId, itemIds, choose } = await anUnreviewedDeck()
    const lineOf = async (viewer: typeof author) =>
      (await listDecks(viewer, { from: 0, size: 9 }, NOW)).decks.find(({ id }) => id === deckId)
    expect(await lineOf(author)).toMatchObject({ facts: 0, toReview: itemIds.length })
    expect(await lineOf(learner)).toMatchObject({ facts: 0, toReview: 0 })
    await choose(0, 'accepted')
    expect(await lineOf(author)).toMatchObject({ toReview: itemIds.length - 1 })
  })
})
