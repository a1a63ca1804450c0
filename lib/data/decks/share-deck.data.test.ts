import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database'
import { aDeck, aLearner, NOW } from '../../../test/factories'
import { type DeckId, FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { recordReviews } from '../memories/record-reviews'
import { createQuiz } from '../quizzes/create-quiz'
import { nextCards } from '../study/next-cards'
import { chooseItem } from './accept-items'
import { findDeck } from './find-deck'
import { renameDeck } from './rename-deck'
import {
  findShare,
  findSharedDeck,
  leaveSharedDeck,
  listSharing,
  openSharedDeck,
  shareDeck,
  takeBackShare,
} from './share-deck'

useDatabase()

const AT = '203.0.113.7'

async function aShare(owner: Viewer, deckId: DeckId) {
  const shared = await shareDeck(owner, deckId, NOW)
  if (shared.kind !== 'shared') throw new Error(shared.reason)
  return { secret: shared.secret, address: AT }
}

async function aSharedDeck() {
  const [owner, reader] = [await aLearner(), await aLearner({ identityKind: 'guest' })]
  const deck = await aDeck(owner)
  return { owner, reader, ...deck, link: await aShare(owner, deck.deckId) }
}

describe('a deck shared by a link', () => {
  it('is seen by whoever opened the link, and by nobody else', async () => {
    const { owner, reader, deckId, link } = await aSharedDeck()
    const stranger = await aLearner()
    expect(await findDeck(reader, deckId)).toBeNull()
    expect(await openSharedDeck(reader, link, NOW)).toBe(deckId)
    expect(await findDeck(reader, deckId)).toMatchObject({ mayEdit: false, shared: 'with-you' })
    expect(await findDeck(owner, deckId)).toMatchObject({ mayEdit: true, shared: 'by-you' })
    expect(await findDeck(stranger, deckId)).toBeNull()
    expect(await findDeck(null, deckId)).toBeNull()
    expect([...(await listSharing(reader))]).toEqual([[deckId, 'with-you']])
    expect([...(await listSharing(owner))]).toEqual([[deckId, 'by-you']])
    expect((await listSharing(stranger)).size).toBe(0)
    expect(await findShare(owner, deckId)).toEqual({ secret: link.secret, readers: 1 })
  })

  it('says what it is to a stranger: title, number of facts, flashcards, and of questions nothing', async () => {
    const { owner, reader, documentId, link } = await aSharedDeck()
    const preview = await findSharedDeck(null, link)
    expect(preview).toMatchObject({ title: 'The mountain lakes', place: 'new' })
    expect(preview?.facts).toBeGreaterThan(0)
    const cards = await db().revision.findMany({ where: { item: { documentId, type: 'flashcard' } } })
    for (const { front } of preview?.cards ?? []) expect(cards.map(({ stem }) => stem)).toContain(front)
    expect(await findSharedDeck(owner, link)).toMatchObject({ place: 'own' })
    await openSharedDeck(reader, link, NOW)
    expect(await findSharedDeck(reader, link)).toMatchObject({ place: 'opened' })
  })

  it('is studied and asked, and not changed or passed on', async () => {
    const { reader, deckId, itemIds, link } = await aSharedDeck()
    await openSharedDeck(reader, link, NOW)
    const { cards } = await nextCards(reader, { deckId, limit: 1 }, NOW)
    expect(cards).toHaveLength(1)
    const quiz = await createQuiz(reader, { deckId, count: 3, mode: 'practice' }, 1, NOW)
    expect(quiz.kind).toBe('created')
    const [itemId] = itemIds
    if (!itemId) throw new Error('The deck has no items.')
    const refused = { kind: 'rejected', reason: 'not-found' }
    expect(await chooseItem(reader, deckId, itemId, { choice: 'rejected', revisionId: null }, NOW)).toEqual(refused)
    expect(await renameDeck(reader, deckId, 'Mine')).toEqual(refused)
    expect(await shareDeck(reader, deckId, NOW)).toEqual(refused)
    await takeBackShare(reader, deckId)
    expect(await findShare(reader, deckId)).toBeNull()
    expect(await findDeck(reader, deckId)).not.toBeNull()
  })

  it('is gone for its readers when the link is taken back, and comes back with what they remember when it is shared again', async () => {
    const { owner, reader, deckId, link } = await aSharedDeck()
    await openSharedDeck(reader, link, NOW)
    const [card] = (await nextCards(reader, { deckId, limit: 1 }, NOW)).cards
    const rating = { ...ids(card), rating: 'good' as const, at: NOW, durationMs: null }
    await recordReviews(reader, [{ ...rating, id: ReviewId.parse(crypto.randomUUID()) }], NOW)

    await takeBackShare(owner, deckId)
    expect(await findDeck(reader, deckId)).toBeNull()
    expect(await findSharedDeck(reader, link)).toBeNull()
    expect(await openSharedDeck(reader, link, NOW)).toBeNull()
    expect((await nextCards(reader, { deckId, limit: 1 }, NOW)).cards).toEqual([])
    const [late] = await recordReviews(reader, [{ ...rating, id: ReviewId.parse(crypto.randomUUID()) }], NOW)
    expect(late).toMatchObject({ kind: 'rejected', reason: 'no-such-fact' })
    expect(await db().review.count({ where: { learnerId: reader.learnerId } })).toBe(1)

    const again = await aShare(owner, deckId)
    expect(again.secret).not.toBe(link.secret)
    expect(await findDeck(reader, deckId)).not.toBeNull()
    expect(await db().memory.count({ where: { learnerId: reader.learnerId } })).toBe(1)
  })

  it('leaves the list of a reader who has enough of it', async () => {
    const { reader, deckId, link } = await aSharedDeck()
    await openSharedDeck(reader, link, NOW)
    await leaveSharedDeck(reader, deckId)
    expect(await findDeck(reader, deckId)).toBeNull()
  })

  it('is not found by a guessed secret, and after many guesses by no secret at all', async () => {
    const { reader, link } = await aSharedDeck()
    const address = '203.0.113.99'
    for (let guess = 0; guess < 200; guess += 1) {
      const secret = guess % 2 ? `${link.secret.slice(0, -1)}.` : `${guess}`.padStart(22, 'x')
      expect(await openSharedDeck(reader, { secret, address }, NOW)).toBeNull()
    }
    expect(await findSharedDeck(reader, { ...link, address })).toBeNull()
    expect(await findSharedDeck(reader, link)).not.toBeNull()
  })
})

function ids(card: { factId: string; itemId: string; revisionId: string } | undefined) {
  if (!card) throw new Error('There is no card.')
  const { factId, itemId, revisionId } = card
  return { factId: FactId.parse(factId), itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) }
}
