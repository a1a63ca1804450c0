import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeck, aLearner } from '@/test/factories'
import { ReviewId } from '../../core/ids'
import type { StudyCard } from '../../core/memory/session/study-card'
import { db } from '../../db'
import { recordReviews } from '../memories/record-reviews'
import { limitsPerDay } from './daily-limits'
import { nextCards } from './next-cards'

useDatabase()

it('a rating counts for the study day in which its key was pressed, whichever day its card was chosen for', async () => {
  const viewer = await aLearner({ timeZone: 'UTC', dayStartHour: 4, newPerDay: 2 })
  const { deckId } = await aDeck(viewer)
  const cardsAt = async (at: string) => (await nextCards(viewer, { deckId, limit: 20 }, new Date(at))).cards
  const rate = async (card: StudyCard | undefined, at: string) => {
    if (!card) throw new Error('there is a card')
    const { factId, itemId, revisionId } = card
    const review = {
      id: ReviewId.parse(randomUUID()),
      factId,
      itemId,
      revisionId,
      rating: 'easy',
      durationMs: 1,
    } as const
    await recordReviews(viewer, [{ ...review, at: new Date(at) } as never], new Date(at))
    return (await db().review.findFirstOrThrow({ where: { id: review.id } })).scheduled
  }
  const [before, after] = await cardsAt('2026-06-02T22:00Z')
  expect(await rate(before, '2026-06-03T03:59Z')).toBe(true)
  expect(await rate(after, '2026-06-03T04:01Z')).toBe(true)
  // Of the new day's two new facts one is met already; that before four was of the day before.
  expect(await cardsAt('2026-06-03T04:02Z')).toHaveLength(1)
  expect(await rate(before, '2026-06-03T12:00Z')).toBe(true)
  expect(await rate(after, '2026-06-03T12:00Z')).toBe(false)
})

it('a stranger has the limits of a learner who has chosen none', async () => {
  expect(limitsPerDay(null)).toEqual(limitsPerDay(await aLearner()))
})
