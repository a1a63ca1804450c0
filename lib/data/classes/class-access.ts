import 'server-only'
import type { Viewer } from '@/lib/core/people/viewer'
import type { Prisma } from '@/lib/generated/prisma/client'

/** Classes whose teacher the viewer is. Every verb of a teacher has this in its query. */
export function classesTaughtBy(viewer: Viewer) {
  return {
    memberships: { some: { learnerId: viewer.learnerId, role: 'teacher' } },
  } satisfies Prisma.ClassWhereInput
}

/** Classes in which the viewer learns. */
export function classesLearntBy(viewer: Viewer) {
  return { memberships: { some: { learnerId: viewer.learnerId, role: 'learner' } } } satisfies Prisma.ClassWhereInput
}

/** The membership of one learner in a class that the viewer teaches. A teacher's own membership is not one. */
export function learnersTaughtBy(viewer: Viewer) {
  return { role: 'learner', class: classesTaughtBy(viewer) } satisfies Prisma.MembershipWhereInput
}
