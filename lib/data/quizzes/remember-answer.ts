import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { Score } from '@/lib/core/grading/response'
import { FactId, ItemId } from '@/lib/core/ids'
import { isRecognition } from '@/lib/core/question-types/registry'
import { ratingsByFact } from '@/lib/core/quiz/ratings-by-fact'
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
