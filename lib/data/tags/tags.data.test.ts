import { describe, expect, it } from 'vitest'
import { DeckId, type ItemId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aKnownDeck } from '@/test/decks'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { chooseItem, chooseItems } from '../decks/accept-items'
import { listDecks } from '../progress/list-decks'
import { annotateFacts, listAnnotations } from './flag-and-tag-facts'
import { MOST_TAGS, tagDeck, taggedFacts, tagsByDeck, untagDeck, usedTags } from './tags'

useDatabase()

const ITEMS = ['one', 'two', 'three'].map((word) => ({
  type: 'flashcard' as const,
  stem: `What is ${word}?`,
  key: [word],
}))

async function anOwnDeck() {
  const owner = await aLearner()
  const { deckId, factIds, itemIds } = await aKnownDeck(owner, { text: 'Numbers.', items: ITEMS })
  const [firstFact, secondFact, thirdFact] = factIds
  const [first, second, third] = itemIds
  if (!firstFact || !secondFact || !thirdFact || !first || !second || !third) throw new Error('The deck has no items.')
  return { owner, deckId, factIds, itemIds, firstFact, secondFact, thirdFact, first, second, third }
}

describe('tags', () => {
  it('on a deck are each learner’s own, in one spelling, and can be taken off', async () => {
    const { owner, deckId } = await anOwnDeck()
    expect(await tagDeck(owner, deckId, 'Exam 100%')).toEqual({ kind: 'tagged', name: 'Exam 100%' })
    expect(await tagDeck(owner, deckId, 'exam 100%')).toEqual({ kind: 'tagged', name: 'Exam 100%' })
    expect(await tagDeck(owner, deckId, 'exam 100x')).toEqual({ kind: 'tagged', name: 'exam 100x' })
    expect(await tagsByDeck(owner)).toEqual(new Map([[deckId, ['Exam 100%', 'exam 100x']]]))
    expect(await tagsByDeck(await aLearner())).toEqual(new Map())
    const listed = async (tag: string) =>
      (await listDecks(owner, { from: 0, size: 9, tag }, NOW)).decks.map(({ id }) => id)
    expect([await listed('exam 100x'), await listed('exam')]).toEqual([[deckId], []])
    await untagDeck(owner, deckId, 'exam 100x')
    expect(await usedTags(owner)).toEqual(['Exam 100%'])
  })

  it('gather facts by their own tag and by that of their deck, each once', async () => {
    const { owner, deckId, firstFact, secondFact, factIds } = await anOwnDeck()
    const otherDeck = await aKnownDeck(owner, { text: 'Others.', items: ITEMS })
    await annotateFacts(owner, deckId, { factIds: [firstFact, secondFact] }, { kind: 'tag', name: 'rivers', on: true })
    expect(new Set(await taggedFacts(owner, 'rivers'))).toEqual(new Set([firstFact, secondFact]))
    await tagDeck(owner, deckId, 'rivers')
    expect([...(await taggedFacts(owner, 'rivers'))].sort()).toEqual([...factIds].sort())
    await tagDeck(owner, otherDeck.deckId, 'rivers')
    expect(await taggedFacts(owner, 'rivers')).toHaveLength(6)
    expect(await taggedFacts(await aLearner(), 'rivers')).toEqual([])
  })

  it('are refused on a deck that the viewer may not see, and end at a number', async () => {
    const { owner, deckId, firstFact } = await anOwnDeck()
    const stranger = await aLearner()
    const refused = { kind: 'rejected', reason: 'not-found' }
    expect(await tagDeck(stranger, deckId, 'mine')).toEqual(refused)
    expect(
      await annotateFacts(stranger, deckId, { factIds: [firstFact] }, { kind: 'tag', name: 'mine', on: true }),
    ).toEqual(refused)
    expect(await annotateFacts(stranger, deckId, { factIds: [firstFact] }, { kind: 'star', on: true })).toEqual(refused)
    expect(await usedTags(stranger)).toEqual([])
    for (let at = 0; at < MOST_TAGS; at += 1) await tagDeck(owner, deckId, `tag ${at}`)
    expect(await tagDeck(owner, deckId, 'one more')).toEqual({ kind: 'rejected', reason: 'too-many' })
  })

  it('on a deck that is no longer assigned gather nothing of it', async () => {
    const { owner, deckId } = await anOwnDeck()
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    const assignment = await anAssignment(classId, deckId)
    await tagDeck(learner, deckId, 'school')
    expect(await taggedFacts(learner, 'school')).toHaveLength(3)
    await db().assignment.delete({ where: { id: assignment } })
    expect(await taggedFacts(learner, 'school')).toEqual([])
  })
})

describe('what is put on many facts', () => {
  it('lies on the facts of the items, says what it changed, and undone leaves what was there before', async () => {
    const { owner, deckId, first, second, firstFact, secondFact, factIds } = await anOwnDeck()
    await annotateFacts(owner, deckId, { itemIds: [first] }, { kind: 'suspend', on: true })
    const annotations = await annotateFacts(owner, deckId, { itemIds: [first, second] }, { kind: 'suspend', on: true })
    expect(annotations).toMatchObject({ kind: 'annotated', facts: 2, factIds: [secondFact] })
    await annotateFacts(owner, deckId, { itemIds: [first] }, { kind: 'star', on: true })
    await annotateFacts(owner, deckId, { factIds: [secondFact] }, { kind: 'suspend', on: false })
    expect(await listAnnotations(owner, factIds)).toEqual({ [firstFact]: { tags: [], starred: true, suspended: true } })
    expect(await db().factFlag.count({ where: { learnerId: owner.learnerId } })).toBe(1)
  })

  it('reaches no fact of another document', async () => {
    const { owner, deckId } = await anOwnDeck()
    const otherDeck = await anOwnDeck()
    const annotation = { kind: 'star', on: true } as const
    expect(await annotateFacts(owner, deckId, { itemIds: otherDeck.itemIds }, annotation)).toMatchObject({
      reason: 'not-found',
    })
    expect(
      await annotateFacts(owner, DeckId.parse(otherDeck.deckId), { factIds: otherDeck.factIds }, annotation),
    ).toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('many decisions', () => {
  const accepted = (itemId: ItemId) => ({ itemId, choice: { choice: 'accepted' as const, revisionId: null } })
  const choices = (deckId: DeckId) => db().deckChoice.findMany({ where: { deckId }, orderBy: { itemId: 'asc' } })

  it('are one deed, and undone all is as it was', async () => {
    const { owner, deckId, first, second, third } = await anOwnDeck()
    await chooseItem(owner, deckId, first, { choice: 'rejected', revisionId: null }, NOW)
    const before = await choices(deckId)
    const chosen = await chooseItems(owner, deckId, [first, second, third].map(accepted), NOW)
    expect((await choices(deckId)).map(({ choice }) => choice)).toEqual(['accepted', 'accepted', 'accepted'])
    if (chosen.kind === 'rejected') throw new Error(chosen.reason)
    await chooseItems(owner, deckId, chosen.previous, NOW)
    expect(await choices(deckId)).toEqual(before)
  })

  it('are all refused where one is: another’s deck, an item or a revision from elsewhere', async () => {
    const [mine, theirs] = [await anOwnDeck(), await anOwnDeck()]
    const refused = { kind: 'rejected', reason: 'not-found' }
    expect(await chooseItems(theirs.owner, mine.deckId, [accepted(mine.first)], NOW)).toEqual(refused)
    expect(await chooseItems(mine.owner, mine.deckId, [accepted(mine.first), accepted(theirs.first)], NOW)).toEqual(
      refused,
    )
    const { id } = await db().revision.findFirstOrThrow({ where: { itemId: mine.second } })
    const odd = { itemId: mine.first, choice: { choice: 'accepted' as const, revisionId: id as never } }
    expect(await chooseItems(mine.owner, mine.deckId, [odd], NOW)).toEqual(refused)
    expect(await choices(mine.deckId)).toEqual([])
  })
})
