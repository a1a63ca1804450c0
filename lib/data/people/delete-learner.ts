import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { LearnerId } from '@/lib/core/ids'
import { db, type Tx } from '@/lib/db'

/**
 * Deletes the viewer and everything of theirs, at once and for good. Decided on purpose: classes that nobody else
 * teaches end and lose their assignments; the viewer's documents go even where they were assigned, and with them what
 * others remembered of those documents; what others keep of shipped documents stays.
 */
export async function deleteLearner(viewer: Viewer, now: Date): Promise<void> {
  await db().$transaction((tx) => removeLearnerRows(tx, viewer.learnerId, now))
}

export async function removeLearnerRows(tx: Tx, learnerId: LearnerId, now: Date): Promise<void> {
  await endClasses(tx, learnerId, now)
  const ofTheirs = { document: { ownerId: learnerId } }
  // In this order: an assignment holds its deck, a choice holds its revision.
  await tx.assignment.deleteMany({ where: { deck: { OR: [{ ownerId: learnerId }, ofTheirs] } } })
  await tx.deckChoice.deleteMany({ where: { OR: [{ deck: { ownerId: learnerId } }, { item: ofTheirs }] } })
  await tx.deck.deleteMany({ where: { OR: [{ ownerId: learnerId }, ofTheirs] } })
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
