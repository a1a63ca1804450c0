import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId } from '@/lib/core/ids'
import { db } from '@/lib/db'

type Left = { kind: 'left' } | { kind: 'rejected'; reason: 'not-found' }

/** A learner goes by themselves; what they learned stays theirs. A teacher ends the class instead, or nobody would keep it. */
export async function leaveClass(viewer: Viewer, classId: ClassId): Promise<Left> {
  const { count } = await db().membership.deleteMany({
    where: { classId, learnerId: viewer.learnerId, role: 'learner' },
  })
  return count > 0 ? { kind: 'left' } : { kind: 'rejected', reason: 'not-found' }
}
