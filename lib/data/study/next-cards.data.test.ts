import { describe, expect, it } from 'vitest'
import { runIn } from '@/lib/prepared-statements'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { cardsFor, DAY, later, logOf, MINUTE, memoriesOf, ratingOf } from '@/test/studying'
import { masteryOf } from '../../core/memory/scheduling/mastery'
import { db } from '../../db'
import { memoriesByFact } from '../memories/memory-rows'
import { rebuildMemories } from '../memories/rebuild-memories'
import { recordResponses, recordReviews } from '../memories/record-reviews'
import { studiedToday } from '../memories/studied-today'
import { listDecks } from '../progress/list-decks'
import { today } from '../progress/today'
import { nextCards } from './next-cards'

useDatabase()

describe('the cards of a session', () => {
  it('are one a fact, with both sides and the sentence that proves the answer', async () => {
    const { cards } = await cardsFor(await aLearner())
    expect(new Set(cards.map(({ factId }) => factId)).size).toBe(cards.length)
    for (const card of cards) {
      expect(card.front).not.toBe('')
      expect(card.back.length).toBeGreaterThan(0)
      expect(card.evidence?.text).toBeTruthy()
    }
  })

  it('hold no more new facts than the learner takes a day, counting those met today', async () => {
    const viewer = await aLearner({ newPerDay: 3 })
    const { deck, card, cards } = await cardsFor(viewer)
    expect(cards).toHaveLength(3)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW)], NOW)
    const rest = await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, later(MINUTE))
    expect(rest.counts).toEqual({ new: 2, learning: 0, due: 0, ahead: 0 })
    const tomorrow = await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, later(DAY))
    expect(tomorrow.counts.new).toBe(3)
  })

  it('are those chosen, due or not, when facts are named', async () => {
    const viewer = await aLearner()
    const { deck, secondCard } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(secondCard, 'easy', NOW)], NOW)
    const named = { deckId: deck.deckId, factIds: [secondCard.factId] as never, limit: 20 }
    const { cards } = await nextCards(viewer, named, later(MINUTE))
    expect(cards.map(({ factId, counts }) => [factId, counts])).toEqual([[secondCard.factId, false]])
  })

  it('of a stranger’s deck are none, by deck or by fact', async () => {
    const { deck, card } = await cardsFor(await aLearner(), 'own')
    const stranger = await aLearner()
    for (const viewer of [stranger, null]) {
      expect((await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, NOW)).cards).toEqual([])
      const guessed = { deckId: deck.deckId, factIds: [card.factId] as never, limit: 20 }
      expect((await nextCards(viewer, guessed, NOW)).cards).toEqual([])
    }
    expect((await nextCards(stranger, { factIds: [card.factId] as never, limit: 20 }, NOW)).cards).toEqual([])
  })

  it('of an assigned deck are there for the class', async () => {
    const [teacher, learner] = [await aLearner(), await aLearner()]
    const { deck, card } = await cardsFor(teacher, 'own')
    const { classId } = await aClass(teacher, [learner])
    await anAssignment(classId, deck.deckId)
    expect((await nextCards(learner, { deckId: deck.deckId, limit: 20 }, NOW)).cards.length).toBeGreaterThan(0)
    const [result] = await recordReviews(learner, [ratingOf(card, 'good', NOW)], NOW)
    expect(result?.kind).toBe('saved')
    expect(await memoriesOf(teacher)).toEqual([])
  })
})

describe('questions and cards', () => {
  it('write one memory, and the choice of a right option is at most Good', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const { factId, itemId, revisionId } = card as never
    const response = { factId, itemId, revisionId, rating: 'easy', asked: 'recognition', durationMs: null } as const
    await db().$transaction((tx) => recordResponses(tx, viewer, [response], NOW))
    await db().$transaction((tx) => recordResponses(tx, viewer, [response], later(MINUTE)))
    expect(await memoriesOf(viewer)).toMatchObject([{ state: 'learning', step: 1, reviews: 1 }])
    expect((await logOf(viewer)).map(({ rating, scheduled }) => [rating, scheduled])).toEqual([
      ['good', true],
      ['good', false],
    ])
    await recordReviews(viewer, [ratingOf(card, 'good', later(10 * MINUTE))], later(10 * MINUTE))
    const live = await memoriesOf(viewer)
    expect(live).toMatchObject([{ state: 'review', reviews: 2 }])
    await db().$transaction((tx) => rebuildMemories(runIn(tx), viewer.learnerId))
    expect(await memoriesOf(viewer)).toEqual(live)
  })
})

describe('what there is to do', () => {
  it('counts facts to review and new ones, and says how long it takes', async () => {
    const viewer = await aLearner({ newPerDay: 3 })
    const { deck, card, secondCard } = await cardsFor(viewer, 'own')
    expect(await today(viewer, NOW)).toMatchObject({ toReview: 0, new: 3, minutes: 1, begun: false })
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW), ratingOf(secondCard, 'again', NOW)], NOW)
    expect(await today(viewer, later(MINUTE))).toMatchObject({ toReview: 1, new: 1, begun: true })
    const summary = (await listDecks(viewer, { from: 0, size: 9 }, later(MINUTE))).decks.find(
      ({ id }) => id === deck.deckId,
    )
    expect(summary).toMatchObject({ due: 1, mayEdit: true, shipped: false, lastStudied: NOW })
    expect(summary?.mastery.patches.filter(({ mastery }) => mastery > 0)).toHaveLength(2)
  })

  it('tells what a day changed: kept, lapsed, met', async () => {
    const viewer = await aLearner()
    const { deck, card, secondCard, cards } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW), ratingOf(secondCard, 'easy', NOW)], NOW)
    const [third] = cards.filter(({ factId }) => factId !== card.factId && factId !== secondCard.factId)
    if (!third) throw new Error('the test text has three cards')
    const inAWeek = later(8 * DAY)
    const reviews = [
      ratingOf(card, 'again', inAWeek),
      ratingOf(secondCard, 'good', inAWeek),
      ratingOf(third, 'good', inAWeek),
    ]
    await recordReviews(viewer, reviews, inAWeek)
    const changes = await studiedToday(viewer, deck.deckId, inAWeek)
    expect(new Map(changes.map(({ factId, fate }) => [factId, fate]))).toEqual(
      new Map([
        [card.factId, 'lapsed'],
        [secondCard.factId, 'kept'],
        [third.factId, 'met'],
      ]),
    )
    expect(await studiedToday(await aLearner(), deck.deckId, inAWeek)).toEqual([])
  })

  it('shows mastery of one’s own only', async () => {
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    const { card } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW)], NOW)
    const memories = await memoriesByFact(viewer, [card.factId])
    expect(masteryOf(memories.get(card.factId) ?? { kind: 'new' }, NOW)).toBe(3)
    expect((await memoriesByFact(stranger, [card.factId])).size).toBe(0)
    expect((await memoriesByFact(null, [card.factId])).size).toBe(0)
  })
})
