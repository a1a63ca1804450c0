import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { classesTaughtBy } from './classes-taught-by'

type Ended = { kind: 'ended' } | { kind: 'rejected'; reason: 'not-found' }

/** Nobody joins and nothing new is assigned from now on; the table stays to be read. Ending twice keeps the first date. */
export async function endClass(viewer: Viewer, classId: ClassId, now: Date): Promise<Ended> {
  const taught = await db().class.findFirst({
    where: { id: classId, ...classesTaughtBy(viewer) },
    select: { id: true },
  })
  if (!taught) return { kind: 'rejected', reason: 'not-found' }
  await db().class.updateMany({ where: { id: classId, endedAt: null }, data: { endedAt: now } })
  return { kind: 'ended' }
}
