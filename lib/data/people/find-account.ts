import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { db } from '@/lib/db'

export type Account = {
  /** Null: no account with a password. */
  readonly email: string | null
  /** What would go with the account, so that nobody deletes without knowing. */
  readonly holds: {
    readonly documents: number
    readonly reviews: number
    readonly attempts: number
    readonly classes: number
    readonly classesTaught: number
  }
}

export async function findAccount(viewer: Viewer): Promise<Account> {
  const { learnerId } = viewer
  const [identity, documents, reviews, attempts, classes, classesTaught] = await Promise.all([
    db().identity.findFirst({ where: { learnerId, kind: 'account' }, select: { email: true } }),
    db().document.count({ where: { ownerId: learnerId } }),
    db().review.count({ where: { learnerId } }),
    db().attempt.count({ where: { learnerId } }),
    db().membership.count({ where: { learnerId } }),
    db().membership.count({ where: { learnerId, role: 'teacher', class: { endedAt: null } } }),
  ])
  return { email: identity?.email ?? null, holds: { documents, reviews, attempts, classes, classesTaught } }
}

export function holdsAnything({ holds }: Account): boolean {
  return holds.documents + holds.reviews + holds.attempts + holds.classes > 0
}
