import 'server-only'
import { LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'

/** A learner without a name. The cookie is the only way back until there is an account. */
export async function createGuest(
  now: Date,
  /** IANA name, as the browser gave it. */
  timeZone = 'UTC',
): Promise<{ learnerId: LearnerId; wayInId: string }> {
  const learner = await db().learner.create({
    data: { name: '', timeZone, createdAt: now, waysIn: { create: { kind: 'guest', createdAt: now } } },
    select: { id: true, waysIn: { select: { id: true } } },
  })
  const wayIn = learner.waysIn[0]
  if (!wayIn) throw new Error('A guest was made without a way in.')
  return { learnerId: LearnerId.parse(learner.id), wayInId: wayIn.id }
}
