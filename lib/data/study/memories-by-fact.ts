import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Memory } from '../../core/memory/scheduling/memory'
import { db } from '../../db'
import { memoryOf } from './memory-rows'

/** The viewer's own memories; a fact without one is not in the map. A stranger has none. */
export async function memoriesByFact(
  viewer: Viewer | null,
  factIds: readonly string[],
): Promise<ReadonlyMap<string, Memory>> {
  if (!viewer || factIds.length === 0) return new Map()
  const rows = await db().memory.findMany({ where: { learnerId: viewer.learnerId, factId: { in: [...factIds] } } })
  return new Map(rows.map((row) => [row.factId, memoryOf(row)]))
}
