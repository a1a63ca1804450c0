import 'server-only'
import { mayResetEntry } from '@/lib/core/access/classes'
import type { Viewer } from '@/lib/core/access/viewer'
import { type ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { learnersTaughtBy } from './classes-taught-by'
import { listActivity } from './list-activity'

export type ClassLearner = {
  readonly learnerId: LearnerId
  readonly name: string
  readonly joinedAt: Date
  /** How they come back: by a return code of this class, or by a way of their own that no teacher can open. */
  readonly comesBackBy: 'code' | 'own-identity'
  readonly lastActivity: Date | null
}

/** The learners of a class that the viewer teaches, by name; empty for everyone else. */
export async function listLearners(viewer: Viewer, classId: ClassId): Promise<ClassLearner[]> {
  const members = await db().membership.findMany({
    where: { classId, ...learnersTaughtBy(viewer) },
    select: {
      name: true,
      joinedAt: true,
      learnerId: true,
      learner: { select: { identities: { select: { kind: true, classId: true } } } },
    },
    orderBy: [{ name: 'asc' }, { learnerId: 'asc' }],
  })
  const activity = (await listActivity(viewer, [classId])).get(classId) ?? []
  const last = new Map<string, Date | null>(activity.map((learner) => [learner.learnerId, learner.lastActivity]))
  return members.map((member) => ({
    learnerId: LearnerId.parse(member.learnerId),
    name: member.name,
    joinedAt: member.joinedAt,
    comesBackBy: mayResetEntry(member.learner.identities, classId) ? 'code' : 'own-identity',
    lastActivity: last.get(member.learnerId) ?? null,
  }))
}
