import 'server-only'
import { GUESTS_PER_ADDRESS } from '@/lib/core/access/limits'
import { LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { type LimitReached, takeFromAll } from '../rate-limits'

type CreatedGuest = { readonly kind: 'created'; readonly learnerId: LearnerId; readonly identityId: string }

/**
 * A learner without a name. The cookie is the only way back until there is an account. `timeZone`: IANA name, as the
 * browser gave it.
 */
export async function createGuest(
  { address, timeZone }: { readonly address: string; readonly timeZone: string },
  now: Date,
): Promise<CreatedGuest | LimitReached> {
  const taken = await takeFromAll(GUESTS_PER_ADDRESS, address, now)
  if (taken.kind === 'rejected') return taken
  const learner = await db().learner.create({
    data: { name: '', timeZone, createdAt: now, identities: { create: { kind: 'guest', createdAt: now } } },
    select: { id: true, identities: { select: { id: true } } },
  })
  const identity = learner.identities[0]
  if (!identity) throw new Error('A guest was made without a way in.')
  return { kind: 'created', learnerId: LearnerId.parse(learner.id), identityId: identity.id }
}
