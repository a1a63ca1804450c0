import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { isRecognition } from '@/lib/core/grading/grade'
import { type AnswerRating, ratingOf, ratingPerKey } from '@/lib/core/grading/rating-of'
import type { Score } from '@/lib/core/grading/response'
import { FactId, ItemId } from '@/lib/core/ids'
import { recordResponseInMemory } from '@/lib/data/study/record-response-in-memory'
import type { Tx } from '@/lib/db'
import type { AskedItem } from './sitting'

/** One review for each fact that the question tested. */
export async function rememberAnswer(
  tx: Tx,
  viewer: Viewer,
  item: AskedItem,
  score: Score,
  durationMs: number | null,
  now: Date,
): Promise<void> {
  for (const [factId, rating] of ratingsByFact(item, score)) {
    await recordResponseInMemory(
      tx,
      viewer,
      {
        factId: FactId.parse(factId),
        itemId: ItemId.parse(item.id),
        revisionId: item.revisionId,
        rating,
        asked: isRecognition(item.type) ? 'recognition' : 'recall',
        durationMs,
      },
      now,
    )
  }
}

/** Where each key entry is a fact of its own, each gets its own rating; else the answer speaks for all its facts. */
function ratingsByFact(item: AskedItem, score: Score): ReadonlyMap<string, AnswerRating> {
  const factIds = [...new Set(item.factIds)]
  const perKey = ratingPerKey(score)
  const whole = ratingOf(score)
  const apart = factIds.length > 1 && factIds.length === item.key.length
  const ratings = new Map<string, AnswerRating>()
  for (const [slot, factId] of factIds.entries()) {
    const rating = apart ? perKey[slot] : whole
    if (rating) ratings.set(factId, rating)
  }
  return ratings
}
