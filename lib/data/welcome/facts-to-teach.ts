import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId } from '@/lib/core/ids'
import { classTable } from '@/lib/data/classes/class-table'

const SHOWN = 3

export type FactsToTeachByClass = ReadonlyMap<
  string,
  readonly { readonly statement: string; readonly met: number; readonly lost: number }[]
>

/** For each class that the viewer teaches the first facts of those that its page says to teach again. */
export async function factsToTeachByClass(
  viewer: Viewer,
  classIds: readonly ClassId[],
  now: Date,
): Promise<FactsToTeachByClass> {
  const found = new Map<string, { statement: string; met: number; lost: number }[]>()
  for (const classId of classIds) {
    const table = await classTable(viewer, classId, now)
    if (table.kind !== 'table' || table.toTeach.kind !== 'facts') continue
    const facts = table.toTeach.facts.slice(0, SHOWN)
    found.set(
      classId,
      facts.map(({ fact, met, lost }) => ({ statement: table.facts[fact]?.statement ?? '', met, lost })),
    )
  }
  return found
}
