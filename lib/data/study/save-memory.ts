import 'server-only'
import type { Memory } from '../../core/memory/memory'
import type { Tx } from '../../db'
import { memoryData } from './memory-row'

/** A memory that is new again (its only review was undone) has no row. */
export async function saveMemory(tx: Tx, learnerId: string, factId: string, memory: Memory): Promise<void> {
  if (memory.kind === 'new') {
    await tx.memory.deleteMany({ where: { learnerId, factId } })
    return
  }
  const data = memoryData(memory)
  await tx.memory.upsert({
    where: { learnerId_factId: { learnerId, factId } },
    create: { learnerId, factId, ...data },
    update: data,
  })
}

/** Whoever writes a learner's memories waits here for the others: two devices may save at the same time. */
export async function lockLearner(tx: Tx, learnerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Learner" WHERE "id" = ${learnerId}::uuid FOR NO KEY UPDATE`
}
