/** @module-tag engines */

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runIn } from '@/lib/prepared-statements'
import { useDatabase } from '@/test/database'
import { accepted, rejected } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { cardsFor, DAY, later, logOf, MINUTE, memoriesOf, ratingOf } from '@/test/studying'
import { ItemId, ReviewId } from '../../core/ids'
import type { Rating } from '../../core/memory/scheduling/memory'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { itemsTakenOut } from '../decks/items-asked'
import { rebuildMemories } from './rebuild-memories'
import { recordReviews } from './record-reviews'

useDatabase()

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

  it('keeps the rating of an item that its author rejected meanwhile, and says that it is not asked any more', async () => {
    const viewer = await aLearner()
    const { card, deck } = await cardsFor(viewer, 'own')
    const choose = (choice: typeof rejected | typeof accepted) =>
      chooseItem(viewer, deck.deckId, ItemId.parse(card.itemId), choice, NOW)
    const rated = async (at: Date) => {
      const results = await recordReviews(viewer, [ratingOf(card, 'good', at)], at)
      return results.map((result) => result.kind === 'saved' && result.isAsked)
    }
    expect(await rated(NOW)).toEqual([true])
    await choose(rejected)
    expect(await rated(later(DAY))).toEqual([false])
    expect(await itemsTakenOut(viewer, [card.itemId])).toEqual([card.itemId])
    expect(await logOf(viewer)).toHaveLength(2)
    await choose(accepted)
    expect(await rated(later(3 * DAY))).toEqual([true])
    expect(await itemsTakenOut(viewer, [card.itemId])).toEqual([])
    expect(await itemsTakenOut(await aLearner(), [card.itemId])).toEqual([])
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
      await db().$transaction((tx) => rebuildMemories(runIn(tx), viewer.learnerId))
      expect(await memoriesOf(viewer)).toEqual(live)
    }
    expect(await logOf(viewer)).toHaveLength(12)
  })

  it('does not believe a clock that runs ahead, nor one that is years behind', async () => {
    const viewer = await aLearner()
    const { card, secondCard } = await cardsFor(viewer)
    const reviews = [ratingOf(card, 'good', later(9 * DAY)), ratingOf(secondCard, 'good', new Date(0))]
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

  it('only logs a second response on the same day, and keeps whether the last answer was wrong, in any order of arrival', async () => {
    const viewer = await aLearner()
    const { card } = await cardsFor(viewer)
    await recordReviews(viewer, [ratingOf(card, 'easy', NOW)], NOW)
    const [before] = await memoriesOf(viewer)
    const answers: readonly [Rating, number, boolean][] = [
      ['again', 5, true],
      ['good', 3, true],
      ['good', 7, false],
      ['again', 6, false],
    ]
    for (const [rating, minutes, failed] of answers) {
      await recordReviews(viewer, [ratingOf(card, rating, later(minutes * MINUTE))], later(8 * MINUTE))
      expect(await memoriesOf(viewer)).toEqual([{ ...before, failed }])
    }
    expect((await logOf(viewer)).map(({ scheduled }) => scheduled)).toEqual([true, false, false, false, false])
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
    const stranger = await aLearner()
    const guessed = { ...card, factId: randomUUID() }
    const results = await recordReviews(stranger, [ratingOf(card, 'good', NOW), ratingOf(guessed, 'good', NOW)], NOW)
    expect(results).toMatchObject([
      { kind: 'rejected', reason: 'no-such-fact' },
      { kind: 'rejected', reason: 'no-such-fact' },
    ])
    expect(await logOf(stranger)).toEqual([])
    expect(await memoriesOf(stranger)).toEqual([])
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
    const [viewer, stranger] = [await aLearner(), await aLearner()]
    const { card } = await cardsFor(viewer)
    const review = ratingOf(card, 'good', NOW)
    await recordReviews(viewer, [review], NOW)
    const before = await memoriesOf(viewer)
    expect(await recordReviews(stranger, [undo(review)], NOW)).toMatchObject([
      { kind: 'rejected', reason: 'no-such-review' },
    ])
    expect(await memoriesOf(viewer)).toEqual(before)
  })
})
