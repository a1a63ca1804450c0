import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { masteryOf } from '../../core/memory/scheduling/mastery'
import type { Mastery } from '../../core/memory/scheduling/memory'
import { memoriesByFact } from './memories-by-fact'

/** How far the viewer has come with each of these facts; facts never seen are 0. */
export async function masteryByFact(
  viewer: Viewer | null,
  factIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Mastery>> {
  const memories = await memoriesByFact(viewer, factIds)
  return new Map(factIds.map((factId) => [factId, masteryOf(memories.get(factId) ?? { kind: 'new' }, now)]))
}
