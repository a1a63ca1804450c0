import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import type { Memory, Rating } from '@/lib/core/memory/memory'
import { readParameters } from '@/lib/core/memory/parameters'
import { type LoggedReview, replayByFact } from '@/lib/core/memory/replay'
import type { Tx } from '@/lib/db'
import type { Review } from '@/lib/generated/prisma/client'

/** Makes a learner's memories of these facts again from the log, and marks which reviews moved the schedule. */
export async function replayMemories(tx: Tx, learnerId: LearnerId, factIds: readonly string[]): Promise<void> {
  const facts = [...factIds]
  const log = await tx.review.findMany({ where: { learnerId, factId: { in: facts } } })
  const replayed = replayByFact(log.map(loggedReview))
  await tx.memory.deleteMany({ where: { learnerId, factId: { in: facts } } })
  const rows = [...replayed].flatMap(([factId, { memory }]) => memoryRow(learnerId, factId, memory))
  await tx.memory.createMany({ data: rows })
  const scheduled = new Map([...replayed.values()].flatMap((fact) => [...fact.scheduled]))
  await mark(tx, learnerId, log, scheduled, true)
  await mark(tx, learnerId, log, scheduled, false)
}

async function mark(
  tx: Tx,
  learnerId: LearnerId,
  log: readonly Review[],
  scheduled: ReadonlyMap<string, boolean>,
  to: boolean,
): Promise<void> {
  const changed = log.filter((review) => review.scheduled !== to && scheduled.get(review.id) === to)
  await tx.review.updateMany({
    where: { learnerId, id: { in: changed.map(({ id }) => id) } },
    data: { scheduled: to },
  })
}

function loggedReview(row: Review): LoggedReview {
  const { id, factId, source, at, reversesId } = row
  return {
    id,
    factId,
    source,
    at,
    reversesId,
    rating: row.rating as Rating,
    parameters: readParameters(row.parameters),
  }
}

function memoryRow(learnerId: LearnerId, factId: string, memory: Memory) {
  if (memory.kind === 'new') return []
  const { state, stability, difficulty, lastReview, due, step, reviews, lapses } = memory
  return [{ learnerId, factId, state, stability, difficulty, lastReview, due, step, reviews, lapses }]
}
