import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/core/access/viewer'
import { FactId, ReviewId } from '@/lib/core/ids'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import { recordReviews } from '@/lib/data/study/record-reviews'
import { aKnownDeck } from './known-deck'

/** A deck of the learner's own with so many facts, each asked by one card. */
export function aDeckOfLakes(owner: Viewer, facts: number) {
  const places = Array.from({ length: facts }, (_, place) => place)
  return aKnownDeck(owner, {
    text: places.map((place) => `Lake ${place} is ${place + 100} metres deep.`).join(' '),
    items: places.map((place) => ({
      type: 'short-answer',
      stem: `How deep is lake ${place}?`,
      key: [`${place + 100}`],
    })),
  })
}

/** One rating of a card as a device sends it; saved at that moment. */
export async function rateAt(viewer: Viewer, factId: FactId | undefined, rating: Rating, at: Date, durationMs = 4000) {
  const id = ReviewId.parse(randomUUID())
  const review = { id, factId: FactId.parse(factId), itemId: null, revisionId: null, rating, at, durationMs }
  const [saved] = await recordReviews(viewer, [review], at)
  return { id, saved }
}
