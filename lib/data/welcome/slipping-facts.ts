import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId } from '@/lib/core/ids'
import { classTable } from '@/lib/data/classes/class-table'

const SHOWN = 3
// From Proficient on a learner would know it tomorrow; below Attempted there is nothing to lose.
const KNOWN_FROM = 3
const LOST_UP_TO_SHARE = 0.5

export type Slipping = ReadonlyMap<
  string,
  readonly { readonly statement: string; readonly known: number; readonly learners: number }[]
>

/** For each class that the viewer teaches: assigned facts that most who met them do not know now, worst first. */
export async function slippingFacts(viewer: Viewer, classIds: readonly ClassId[], now: Date): Promise<Slipping> {
  const found = new Map<string, { statement: string; known: number; learners: number }[]>()
  for (const classId of classIds) {
    const table = await classTable(viewer, classId, now)
    if (table.kind !== 'table') continue
    const facts = table.facts.map(({ statement }, index) => {
      const met = table.rows.flatMap(({ cells }) => (cells[index] ? [cells[index]] : []))
      return { statement, learners: met.length, known: met.filter((mastery) => mastery >= KNOWN_FROM).length }
    })
    found.set(classId, worst(facts))
  }
  return found
}

function worst<F extends { known: number; learners: number }>(facts: readonly F[]): F[] {
  const share = ({ known, learners }: F) => known / learners
  return facts
    .filter((fact) => fact.learners > 1 && share(fact) < LOST_UP_TO_SHARE)
    .sort((one, other) => share(one) - share(other) || other.learners - one.learners)
    .slice(0, SHOWN)
}
