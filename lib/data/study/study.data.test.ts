import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import type { Viewer } from '../../core/access/viewer'
import { ReviewId } from '../../core/ids'
import type { Rating } from '../../core/memory/memory'
import type { StudyCard } from '../../core/memory/study-card'
import { db } from '../../db'
import { foldMemories } from './fold-memories'
import { listDecks } from './list-decks'
import { masteryByFact } from './mastery-by-fact'
import { nextCards } from './next-cards'
import { recordResponseInMemory } from './record-response-in-memory'
import { type RatingToRecord, recordReviews } from './record-reviews'
import { studiedToday } from './studied-today'
import { today } from './today'

useDatabase()

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const later = (ms: number, from = NOW) => new Date(from.getTime() + ms)

function ratingOf(card: StudyCard, rating: Rating, at: Date, id = randomUUID() as string): RatingToRecord {
  const { factId, itemId, revisionId } = card
  return { id: ReviewId.parse(id), factId, itemId, revisionId, rating, at, durationMs: 4000 } as RatingToRecord
}
/** Cards of a deck that everyone sees, made once for the file; `own` makes one that is the viewer's alone. */
async function cardsFor(viewer: Viewer, kind: 'shipped' | 'own' = 'shipped') {
  const deck = kind === 'own' ? await aDeck(viewer) : await shippedDeck()
  const { cards } = await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, NOW)
  const [card, other] = cards
  if (!card || !other) throw new Error('the test text has cards')
  return { deck, cards, card, other }
}
let shipped: ReturnType<typeof aDeck> | undefined
function shippedDeck() {
  shipped ??= aShippedDeck()
  return shipped
}
async function aShippedDeck() {
  const deck = await aDeck(await aLearner())
  await db().document.update({ where: { id: deck.documentId }, data: { ownerId: null } })
  await db().deck.update({ where: { id: deck.deckId }, data: { ownerId: null } })
  return deck
}
const memoriesOf = (viewer: Viewer) =>
  db().memory.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { factId: 'asc' } })
const logOf = (viewer: Viewer) =>
  db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { at: 'asc' } })

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
    expect(rest.counts).toEqual({ new: 2, learning: 0, due: 0 })
    const tomorrow = await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, later(DAY))
    expect(tomorrow.counts.new).toBe(3)
  })

  it('are those chosen, due or not, when facts are named', async () => {
    const viewer = await aLearner()
    const { deck, other } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(other, 'easy', NOW)], NOW)
    const named = { deckId: deck.deckId, factIds: [other.factId] as never, limit: 20 }
    const { cards } = await nextCards(viewer, named, later(MINUTE))
    expect(cards.map(({ factId, counts }) => [factId, counts])).toEqual([[other.factId, false]])
  })

  it('of a stranger’s deck are none, by deck or by fact', async () => {
    const { deck, card } = await cardsFor(await aLearner(), 'own')
    const other = await aLearner()
    for (const viewer of [other, null]) {
      expect((await nextCards(viewer, { deckId: deck.deckId, limit: 20 }, NOW)).cards).toEqual([])
      const guessed = { deckId: deck.deckId, factIds: [card.factId] as never, limit: 20 }
      expect((await nextCards(viewer, guessed, NOW)).cards).toEqual([])
    }
    expect((await nextCards(other, { factIds: [card.factId] as never, limit: 20 }, NOW)).cards).toEqual([])
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

describe('recording reviews', () => {
  it('saves review and memory together', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const [result] = await recordReviews(viewer, [ratingOf(card, 'good', NOW)], NOW)
    expect(result).toMatchObject({ kind: 'saved', due: later(10 * MINUTE) })
    expect(await memoriesOf(viewer)).toMatchObject([{ factId: card.factId, state: 'learning', step: 1, reviews: 1 }])
    expect(await logOf(viewer)).toMatchObject([
      {
        itemId: card.itemId,
        revisionId: card.revisionId,
        rating: 'good',
        scheduled: true,
        source: 'card',
        durationMs: 4000,
      },
    ])
  })

  it('counts the same review sent twice once, in one request or in two', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const review = ratingOf(card, 'good', NOW)
    const first = await recordReviews(viewer, [review, review], NOW)
    const second = await recordReviews(viewer, [review], later(DAY))
    expect([...first, ...second].map(({ kind }) => kind)).toEqual(['saved', 'duplicate', 'duplicate'])
    expect(await memoriesOf(viewer)).toMatchObject([{ reviews: 1 }])
  })

  it('loses none and doubles none when two devices save at once', async () => {
    const viewer = await aLearner()
    const { cards } = await cardsFor(viewer)
    const reviews = cards.slice(0, 4).map((card) => ratingOf(card, 'good', NOW))
    await Promise.all([recordReviews(viewer, reviews, NOW), recordReviews(viewer, [...reviews].reverse(), NOW)])
    expect(await logOf(viewer)).toHaveLength(4)
    expect((await memoriesOf(viewer)).map(({ reviews }) => reviews)).toEqual([1, 1, 1, 1])
  })

  it('makes the memory that the log makes, where ratings, late ratings and undoing are saved at once', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const first = ratingOf(card, 'good', NOW)
    await recordReviews(viewer, [first], NOW)
    for (let day = 1; day <= 5; day += 1) {
      const now = later(day * DAY)
      const rated = ratingOf(card, day % 2 === 0 ? 'again' : 'good', now)
      const late = ratingOf(card, 'hard', later(-DAY / 2, now))
      const undo = { id: ReviewId.parse(randomUUID()), reversesId: first.id, at: now }
      await Promise.all([rated, late, undo, rated].map((review) => recordReviews(viewer, [review], now)))
      const live = await memoriesOf(viewer)
      await db().$transaction((tx) => foldMemories(tx, viewer.learnerId))
      expect(await memoriesOf(viewer)).toEqual(live)
    }
    expect(await logOf(viewer)).toHaveLength(12)
  })

  it('does not believe a clock that runs ahead, nor one that is years behind', async () => {
    const viewer = await aLearner()
    const { card, other } = await cardsFor(viewer)
    const reviews = [ratingOf(card, 'good', later(9 * DAY)), ratingOf(other, 'good', new Date(0))]
    await recordReviews(viewer, reviews, NOW)
    expect((await logOf(viewer)).map(({ at }) => at)).toEqual([later(-30 * DAY), NOW])
  })

  it('makes the same memory of a queue that arrives late as of ratings saved in time', async () => {
    const [prompt, late] = [await aLearner(), await aLearner()]
    const times = [0, 10 * MINUTE, 3 * DAY, 3 * DAY + MINUTE]
    const ratings: Rating[] = ['good', 'good', 'again', 'hard']
    const made = async (viewer: Viewer, order: readonly number[]) => {
      const { card } = await cardsFor(viewer)
      for (const index of order) {
        const review = ratingOf(card, ratings[index] ?? 'good', later(times[index] ?? 0))
        await recordReviews(viewer, [review], later(4 * DAY))
      }
      const [memory] = await memoriesOf(viewer)
      const log = await logOf(viewer)
      return { ...memory, learnerId: '', factId: '', log: log.map(({ rating, scheduled }) => ({ rating, scheduled })) }
    }
    expect(await made(late, [2, 0, 3, 1])).toEqual(await made(prompt, [0, 1, 2, 3]))
  })

  it('only logs a second response on the same day', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW)], NOW)
    const before = await memoriesOf(viewer)
    await recordReviews(viewer, [ratingOf(card, 'again', later(MINUTE))], later(MINUTE))
    expect(await memoriesOf(viewer)).toEqual(before)
    expect((await logOf(viewer)).map(({ scheduled }) => scheduled)).toEqual([true, false])
  })

  it('keeps a rating whose card was made anew, without naming an item that is not the fact’s', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const [result] = await recordReviews(
      viewer,
      [{ ...ratingOf(card, 'good', NOW), itemId: randomUUID() as never }],
      NOW,
    )
    expect(result?.kind).toBe('saved')
    expect(await logOf(viewer)).toMatchObject([{ itemId: null, revisionId: null }])
  })

  it('refuses a fact of a deck that the viewer may not see, and one that does not exist', async () => {
    const { card } = await cardsFor(await aLearner(), 'own')
    const other = await aLearner()
    const guessed = { ...card, factId: randomUUID() }
    const results = await recordReviews(other, [ratingOf(card, 'good', NOW), ratingOf(guessed, 'good', NOW)], NOW)
    expect(results).toMatchObject([
      { kind: 'rejected', reason: 'no-such-fact' },
      { kind: 'rejected', reason: 'no-such-fact' },
    ])
    expect(await logOf(other)).toEqual([])
    expect(await memoriesOf(other)).toEqual([])
  })
})

describe('undo', () => {
  const undo = (review: { id: ReviewId }) => ({ id: ReviewId.parse(randomUUID()), reversesId: review.id, at: NOW })

  it('leaves a fact as if it had never been rated, and keeps both rows', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const review = ratingOf(card, 'easy', NOW)
    await recordReviews(viewer, [review], NOW)
    const [result] = await recordReviews(viewer, [undo(review)], NOW)
    expect(result).toMatchObject({ kind: 'saved', due: null, memory: { kind: 'new' } })
    expect(await memoriesOf(viewer)).toEqual([])
    expect(await logOf(viewer)).toHaveLength(2)
  })

  it('restores the memory of before, in the same request as the rating too', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW)], NOW)
    const before = await memoriesOf(viewer)
    const wrong = ratingOf(card, 'again', later(9 * DAY))
    await recordReviews(viewer, [wrong, { ...undo(wrong), at: later(9 * DAY) }], later(9 * DAY))
    expect(await memoriesOf(viewer)).toEqual(before)
  })

  it('is made once: again by the same id it is known, by another it is refused', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const review = ratingOf(card, 'good', NOW)
    const reversal = undo(review)
    await recordReviews(viewer, [review, reversal], NOW)
    expect(await recordReviews(viewer, [reversal, undo(review)], NOW)).toMatchObject([
      { kind: 'duplicate' },
      { kind: 'rejected', reason: 'already-reversed' },
    ])
  })

  it('never reaches another learner’s review', async () => {
    const [viewer, other] = [await aLearner(), await aLearner()]
    const { card } = await cardsFor(viewer)
    const review = ratingOf(card, 'good', NOW)
    await recordReviews(viewer, [review], NOW)
    const before = await memoriesOf(viewer)
    expect(await recordReviews(other, [undo(review)], NOW)).toMatchObject([
      { kind: 'rejected', reason: 'no-such-review' },
    ])
    expect(await memoriesOf(viewer)).toEqual(before)
  })
})

describe('questions and cards', () => {
  it('write one memory, and the choice of a right option is at most Good', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    const { factId, itemId, revisionId } = card as never
    const response = { factId, itemId, revisionId, rating: 'easy', asked: 'recognition', durationMs: null } as const
    await db().$transaction((tx) => recordResponseInMemory(tx, viewer, response, NOW))
    await db().$transaction((tx) => recordResponseInMemory(tx, viewer, response, later(MINUTE)))
    expect(await memoriesOf(viewer)).toMatchObject([{ state: 'learning', step: 1, reviews: 1 }])
    expect((await logOf(viewer)).map(({ rating, scheduled }) => [rating, scheduled])).toEqual([
      ['good', true],
      ['good', false],
    ])
    await recordReviews(viewer, [ratingOf(card, 'good', later(10 * MINUTE))], later(10 * MINUTE))
    const live = await memoriesOf(viewer)
    expect(live).toMatchObject([{ state: 'review', reviews: 2 }])
    await db().$transaction((tx) => foldMemories(tx, viewer.learnerId))
    expect(await memoriesOf(viewer)).toEqual(live)
  })
})

describe('what there is to do', () => {
  it('counts facts to review and new ones, and says how long it takes', async () => {
    const viewer = await aLearner({ newPerDay: 3 })
    const { deck, card, other } = await cardsFor(viewer, 'own')
    expect(await today(viewer, NOW)).toMatchObject({ toReview: 0, new: 3, minutes: 1, begun: false })
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW), ratingOf(other, 'again', NOW)], NOW)
    expect(await today(viewer, later(MINUTE))).toMatchObject({ toReview: 1, new: 1, begun: true })
    const summary = (await listDecks(viewer, { from: 0, size: 9 }, later(MINUTE))).decks.find(
      ({ id }) => id === deck.deckId,
    )
    expect(summary).toMatchObject({ due: 1, mayEdit: true, shipped: false, lastStudied: NOW })
    expect(summary?.quilt.patches.filter(({ mastery }) => mastery > 0)).toHaveLength(2)
  })

  it('tells what a day changed: kept, slipped, met', async () => {
    const viewer = await aLearner()
    const { deck, card, other, cards } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW), ratingOf(other, 'easy', NOW)], NOW)
    const [third] = cards.filter(({ factId }) => factId !== card.factId && factId !== other.factId)
    if (!third) throw new Error('the test text has three cards')
    const inAWeek = later(8 * DAY)
    const reviews = [
      ratingOf(card, 'again', inAWeek),
      ratingOf(other, 'good', inAWeek),
      ratingOf(third, 'good', inAWeek),
    ]
    await recordReviews(viewer, reviews, inAWeek)
    const changes = await studiedToday(viewer, deck.deckId, inAWeek)
    expect(new Map(changes.map(({ factId, fate }) => [factId, fate]))).toEqual(
      new Map([
        [card.factId, 'slipped'],
        [other.factId, 'kept'],
        [third.factId, 'met'],
      ]),
    )
    expect(await studiedToday(await aLearner(), deck.deckId, inAWeek)).toEqual([])
  })

  it('shows mastery of one’s own only', async () => {
    const [viewer, other] = [await aLearner(), await aLearner()]
    const { card } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW)], NOW)
    expect((await masteryByFact(viewer, [card.factId], NOW)).get(card.factId)).toBe(3)
    expect((await masteryByFact(other, [card.factId], NOW)).get(card.factId)).toBe(0)
    expect((await masteryByFact(null, [card.factId], NOW)).get(card.factId)).toBe(0)
  })
})
