import 'server-only'
import { sameName, tidyName } from '@/lib/core/access/class-name'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { classesTaughtBy } from './classes-taught-by'

type Renamed = { kind: 'renamed' } | { kind: 'rejected'; reason: 'not-found' | 'name-missing' | 'name-taken' }

/** How the class knows a learner. Their own name for themselves stays theirs. */
export async function renameLearner(
  viewer: Viewer,
  asked: { classId: ClassId; learnerId: LearnerId; name: string },
): Promise<Renamed> {
  const name = tidyName(asked.name)
  if (!name) return { kind: 'rejected', reason: 'name-missing' }
  return db().$transaction(async (tx) => {
    // Locked like a join: both give names.
    await tx.$queryRaw`SELECT 1 FROM "Class" WHERE id = ${asked.classId}::uuid FOR UPDATE`
    const members = await tx.membership.findMany({
      where: { classId: asked.classId, class: classesTaughtBy(viewer) },
      select: { learnerId: true, role: true, name: true },
    })
    const member = members.find((one) => one.learnerId === asked.learnerId && one.role === 'learner')
    if (!member) return { kind: 'rejected', reason: 'not-found' }
    const taken = members.some((one) => one !== member && sameName(one.name, name))
    if (taken) return { kind: 'rejected', reason: 'name-taken' }
    await tx.membership.update({
      where: { classId_learnerId: { classId: asked.classId, learnerId: asked.learnerId } },
      data: { name },
    })
    return { kind: 'renamed' }
  })
}
