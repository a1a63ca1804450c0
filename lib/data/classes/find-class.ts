import 'server-only'
import { type ClassRole, mayAssign, mayTeach } from '@/lib/core/access/classes'
import type { Viewer } from '@/lib/core/access/viewer'
import { ClassId } from '@/lib/core/ids'
import { db } from '@/lib/db'

export type ClassView = {
  readonly classId: ClassId
  readonly name: string
  readonly role: ClassRole
  readonly mayTeach: boolean
  readonly mayAssign: boolean
  /** Teachers only. */
  readonly code: string | null
  readonly learners: number
  readonly endedAt: Date | null
  /** As this class knows the viewer. */
  readonly knownAs: string
}

/** A class that the viewer teaches or learns in; null for everyone else, whether it exists or not. */
export async function findClass(viewer: Viewer, classId: ClassId): Promise<ClassView | null> {
  const found = await db().membership.findUnique({
    where: { classId_learnerId: { classId, learnerId: viewer.learnerId } },
    select: {
      role: true,
      name: true,
      class: {
        select: {
          name: true,
          code: true,
          endedAt: true,
          _count: { select: { memberships: { where: { role: 'learner' } } } },
        },
      },
    },
  })
  if (!found) return null
  const place = { role: found.role, ended: found.class.endedAt !== null }
  return {
    classId: ClassId.parse(classId),
    name: found.class.name,
    role: found.role,
    mayTeach: mayTeach(place),
    mayAssign: mayAssign(place),
    code: mayTeach(place) ? found.class.code : null,
    learners: found.class._count.memberships,
    endedAt: found.class.endedAt,
    knownAs: found.name,
  }
}
