import 'server-only'
import type { ClassRole } from '@/lib/core/access/classes'
import type { Viewer } from '@/lib/core/access/viewer'
import { ClassId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { listActivity } from './list-activity'

export type ClassSummary = {
  readonly classId: ClassId
  readonly name: string
  readonly role: ClassRole
  /** Teachers only: who learns in a class cannot let others in. */
  readonly code: string | null
  readonly learners: number
  readonly assignments: number
  /** Teachers only: learners who have not rated, answered or opened anything that is assigned, by name. */
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
  const taught = places.filter((place) => place.role === 'teacher').map((place) => ClassId.parse(place.class.id))
  const activity = await listActivity(viewer, taught)
  // Where nothing is assigned there is nobody to wait for.
  const notStarted = (classId: ClassId, assignments: number) =>
    assignments === 0
      ? []
      : (activity.get(classId) ?? []).filter(({ lastActivity }) => lastActivity === null).map(({ name }) => name)
  return places
    .map((place) => ({
      classId: ClassId.parse(place.class.id),
      name: place.class.name,
      role: place.role,
      code: place.role === 'teacher' ? place.class.code : null,
      learners: place.class._count.memberships,
      assignments: place.class._count.assignments,
      notStarted: notStarted(ClassId.parse(place.class.id), place.class._count.assignments),
      endedAt: place.class.endedAt,
    }))
    .sort(
      (one, other) =>
        Number(one.endedAt !== null) - Number(other.endedAt !== null) || one.name.localeCompare(other.name),
    )
}
