import 'server-only'
import type { Memory } from '../../core/memory/scheduling/memory'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { MEMORY_NAMES, memoryData } from './memory-row'

export function saveMemory(tx: Tx, learnerId: string, factId: string, memory: Memory): Promise<void> {
  return saveMemories(tx, learnerId, new Map([[factId, memory]]))
}

/** By fact, however many, in one statement. A memory that is new again (its only review was undone) has no row. */
export async function saveMemories(tx: Tx, learnerId: string, memories: ReadonlyMap<string, Memory>): Promise<void> {
  const kept = [...memories].flatMap(([factId, memory]) => rowOf(factId, memory))
  const lost = [...memories].flatMap(([factId, { kind }]) => (kind === 'new' ? [factId] : []))
  if (lost.length > 0) await tx.memory.deleteMany({ where: { learnerId, factId: { in: lost } } })
  if (kept.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Memory" ("learnerId", "factId", ${COLUMNS})
    SELECT ${learnerId}::uuid, "factId", ${COLUMNS} FROM jsonb_populate_recordset(NULL::"Memory", ${JSON.stringify(kept)}::jsonb)
    ON CONFLICT ("learnerId", "factId") DO UPDATE SET (${COLUMNS}) = (${EXCLUDED})`
}

export const COLUMNS = Prisma.raw(MEMORY_NAMES.map((name) => `"${name}"`).join(', '))
const EXCLUDED = memoryColumns('EXCLUDED')

/** `COLUMNS` of rows `of`. */
export function memoryColumns(of: string): Prisma.Sql {
  return Prisma.raw(MEMORY_NAMES.map((name) => `${of}."${name}"`).join(', '))
}

/** None for a memory that is new: it has no row. */
export function rowOf(factId: string, memory: Memory): object[] {
  return memory.kind === 'new' ? [] : [{ factId, ...memoryData(memory) }]
}

/** Whoever writes a learner's memories waits here for the others: two devices may save at the same time. */
export async function lockLearner(tx: Tx, learnerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Learner" WHERE "id" = ${learnerId}::uuid FOR NO KEY UPDATE`
}
