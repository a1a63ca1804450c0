import 'server-only'
import { z } from 'zod'
import type { LearnerId } from '@/lib/core/ids'
import { DESIRED_RETENTION_RANGE } from '@/lib/core/memory/scheduling/parameters'
import type { Viewer } from '@/lib/core/people/viewer'
import { DUE_PER_DAY_RANGE, NEW_PER_DAY_RANGE, TIME_ZONE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { db, type Tx } from '@/lib/db'
import { Name } from './credentials'

export type Account = {
  /** Null when the learner has no password. */
  readonly email: string | null
  /** What deleting the account would delete, shown before it is confirmed. */
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

/** Whether it is an IANA name that this server knows. */
export const isTimeZone = (name: string) => {
  if (name.length > TIME_ZONE_CHARACTERS) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0).length > 0
  } catch {
    return false
  }
}

// `z.coerce` would read an empty field as 0.
const filled = () => z.string().trim().min(1).pipe(z.coerce.number())

export const AccountSettings = z.object({
  /** A guest may stay without one. */
  name: z.union([z.literal(''), Name]),
  theme: z.enum(['system', 'light', 'dark']),
  timeZone: z.string().refine(isTimeZone),
  /** Hour of the day at which a new study day begins. */
  dayStartHour: filled().pipe(z.int().min(0).max(23)),
  /** Share, not per cent. */
  desiredRetention: filled().pipe(z.number().min(DESIRED_RETENTION_RANGE.min).max(DESIRED_RETENTION_RANGE.max)),
  newPerDay: filled().pipe(z.int().min(NEW_PER_DAY_RANGE.min).max(NEW_PER_DAY_RANGE.max)),
  duePerDay: filled().pipe(z.int().min(DUE_PER_DAY_RANGE.min).max(DUE_PER_DAY_RANGE.max)),
  singleKeys: z.enum(['on', 'off']).transform((choice) => choice === 'on'),
})

export type AccountSettings = z.infer<typeof AccountSettings>

export async function updateAccount(viewer: Viewer, settings: AccountSettings): Promise<void> {
  const { name, theme, timeZone, dayStartHour, desiredRetention, newPerDay, duePerDay, singleKeys } = settings
  await db().learner.update({
    where: { id: viewer.learnerId },
    data: { name, theme, timeZone, dayStartHour, desiredRetention, newPerDay, duePerDay, singleKeys },
  })
}

/**
 * Deletes the viewer and everything they own, at once and for good. Classes that nobody else teaches end and lose their
 * assignments. The viewer's documents are deleted even where they were assigned, with what others remembered of them.
 */
export async function deleteLearner(viewer: Viewer, now: Date): Promise<void> {
  await db().$transaction((tx) => removeLearnerRows(tx, viewer.learnerId, now))
}

export async function removeLearnerRows(tx: Tx, learnerId: LearnerId, now: Date): Promise<void> {
  await endClasses(tx, learnerId, now)
  const inOwnDocument = { document: { ownerId: learnerId } }
  // In this order, because an assignment refers to its deck and a choice to its revision.
  await tx.assignment.deleteMany({ where: { deck: { OR: [{ ownerId: learnerId }, inOwnDocument] } } })
  await tx.deckChoice.deleteMany({ where: { OR: [{ deck: { ownerId: learnerId } }, { item: inOwnDocument }] } })
  await tx.deck.deleteMany({ where: { OR: [{ ownerId: learnerId }, inOwnDocument] } })
  await tx.document.deleteMany({ where: { ownerId: learnerId } })
  await tx.learner.deleteMany({ where: { id: learnerId } })
}

async function endClasses(tx: Tx, learnerId: LearnerId, now: Date): Promise<void> {
  const taught = await tx.class.findMany({
    where: {
      memberships: { some: { learnerId, role: 'teacher' }, none: { role: 'teacher', learnerId: { not: learnerId } } },
    },
    select: { id: true },
  })
  const ids = taught.map(({ id }) => id)
  await tx.assignment.deleteMany({ where: { classId: { in: ids } } })
  await tx.class.updateMany({ where: { id: { in: ids }, endedAt: null }, data: { endedAt: now } })
}
