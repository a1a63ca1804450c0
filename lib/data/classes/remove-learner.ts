import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { learnersTaughtBy } from './classes-taught-by'

type Removed = { kind: 'removed' } | { kind: 'rejected'; reason: 'not-found' }

/** Ends a membership. What the learner has learned, and their way back to it, stay theirs. */
export async function removeLearner(viewer: Viewer, who: { classId: ClassId; learnerId: LearnerId }): Promise<Removed> {
  const { count } = await db().membership.deleteMany({
    where: { classId: who.classId, learnerId: who.learnerId, ...learnersTaughtBy(viewer) },
  })
  return count > 0 ? { kind: 'removed' } : { kind: 'rejected', reason: 'not-found' }
}
