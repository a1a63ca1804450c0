import 'server-only'
import type { ClassRole } from '@/lib/core/access/classes'
import type { Viewer } from '@/lib/core/access/viewer'
import { ClassId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { listNotStarted } from './list-not-started'

export type ClassSummary = {
  readonly classId: ClassId
  readonly name: string
  readonly role: ClassRole
  /** Teachers only: who learns in a class cannot let others in. */
  readonly code: string | null
  readonly learners: number
  readonly assignments: number
  /** Teachers only: learners who have done nothing on what is assigned, by name. */
  readonly notStarted: readonly string[]
  readonly endedAt: Date | null
}

/** The viewer's classes: running ones first, then by name. */
export async function listClasses(viewer: Viewer): Promise<ClassSummary[]> {
  const places = await db().membership.findMany({
    where: { learnerId: viewer.learnerId },
    select: {
      role: true,
      class: {
        select: {
          id: true,
          name: true,
          code: true,
          endedAt: true,
          _count: { select: { assignments: true, memberships: { where: { role: 'learner' } } } },
        },
      },
    },
  })
  const taught = places.filter((place) => place.role === 'teacher').map((place) => place.class.id)
  const notStarted = await listNotStarted(viewer, taught)
  return places
    .map((place) => ({
      classId: ClassId.parse(place.class.id),
      name: place.class.name,
      role: place.role,
      code: place.role === 'teacher' ? place.class.code : null,
      learners: place.class._count.memberships,
      assignments: place.class._count.assignments,
      notStarted: notStarted.get(place.class.id) ?? [],
      endedAt: place.class.endedAt,
    }))
    .sort(
      (one, other) =>
        Number(one.endedAt !== null) - Number(other.endedAt !== null) || one.name.localeCompare(other.name),
    )
}
