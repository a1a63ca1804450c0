import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import type { FactId, ItemId, RevisionId } from '../../core/ids'
import { countedRating } from '../../core/memory/scheduling/counted-reviews'
import type { Memory, Rating } from '../../core/memory/scheduling/memory'
import { parametersOf, writeParameters } from '../../core/memory/scheduling/parameters'
import { applyReview, isOutcomeOnly } from '../../core/memory/scheduling/replay'
import type { Tx } from '../../db'
import { foldMemories } from './fold-memories'
import { memoryOf } from './memory-row'
import { lockLearner, saveMemory } from './save-memory'

export type ResponseToRemember = {
  readonly factId: FactId
  readonly itemId: ItemId
  readonly revisionId: RevisionId
  readonly rating: Rating
  /** Recognition: the right answer stood among options. */
  readonly asked: 'recall' | 'recognition'
  readonly durationMs: number | null
}

/** A quiz answer moves the same memory as a card would. The caller has checked that the attempt is the viewer's own. */
export async function recordResponseInMemory(
  tx: Tx,
  viewer: Viewer,
  response: ResponseToRemember,
  now: Date,
): Promise<Memory> {
  const { learnerId } = viewer
  const { factId, itemId, revisionId, durationMs } = response
  await lockLearner(tx, learnerId)
  const row = await tx.memory.findUnique({ where: { learnerId_factId: { learnerId, factId } } })
  const memory = memoryOf(row)
  const parameters = parametersOf(viewer)
  const rating = countedRating(response.rating, response.asked)
  const applied = applyReview(memory, {
    ...{ factId, source: 'question', rating, at: now, parameters, assisted: false },
  })
  await tx.review.create({
    data: {
      learnerId,
      id: randomUUID(),
      factId,
      itemId,
      revisionId,
      source: 'question',
      rating,
      at: now,
      receivedAt: now,
      durationMs,
      scheduled: applied.scheduled,
      ...applied.tested,
      parameters: writeParameters(parameters),
    },
  })
  // Another process whose clock runs ahead may have saved a later review: the log decides.
  const isLate = memory.kind === 'reviewed' && now <= memory.lastReview
  if (isLate || isOutcomeOnly(applied, memory))
    return (await foldMemories(tx, learnerId, [factId])).get(factId) ?? memory
  if (applied.scheduled) await saveMemory(tx, learnerId, factId, applied.memory)
  return applied.memory
}
