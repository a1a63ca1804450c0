import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { LearnerId } from '@/lib/core/ids'
import { foldMemories } from '@/lib/data/study/fold-memories'
import { lockLearner } from '@/lib/data/study/save-memory'
import { db, type Tx } from '@/lib/db'
import { removeLearnerRows } from './delete-learner'
import { moveMarks } from './move-marks'

type Merged = { kind: 'merged'; reviews: number } | { kind: 'rejected'; reason: 'not-a-guest' }

/**
 * Moves what a guest, or a class code's learner, learned and made into the viewer's learner, then deletes the guest
 * with its ways in: a return code that a teacher may have seen opens no account. The caller knows by a session of this device that the guest is theirs. Memories are made again from
 * both logs of reviews, as if one learner had done them all.
 */
export async function mergeGuest(viewer: Viewer, guest: Viewer, now: Date): Promise<Merged> {
  if (guest.learnerId === viewer.learnerId) return { kind: 'rejected', reason: 'not-a-guest' }
  return db().$transaction(async (tx) => {
    const isGuest = await tx.learner.count({
      where: { id: guest.learnerId, identities: { every: { kind: { in: ['guest', 'code'] } } } },
    })
    if (isGuest === 0) return { kind: 'rejected', reason: 'not-a-guest' }
    await lockLearner(tx, viewer.learnerId)
    const from = guest.learnerId
    const to = viewer.learnerId
    await moveWorks(tx, from, to)
    await moveSittings(tx, from, to)
    await moveMemberships(tx, from, to)
    await moveMarks(tx, from, to)
    const reviews = await moveReviews(tx, from, to)
    await removeLearnerRows(tx, from, now)
    return { kind: 'merged', reviews }
  })
}

async function moveWorks(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const both = await tx.document.findMany({
    where: { ownerId: { in: [from, to] } },
    select: { id: true, ownerId: true, hash: true },
  })
  const known = new Set(both.filter(({ ownerId }) => ownerId === to).map(({ hash }) => hash))
  for (const { id, hash } of both.filter(({ ownerId }) => ownerId === from)) {
    // The same text twice: both stay, with what was learned and sat on each; the account's own is found by its hash.
    await tx.document.update({
      where: { id },
      data: { ownerId: to, ...(known.has(hash) ? { hash: `${hash}:${id}` } : {}) },
    })
  }
  await tx.deck.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
  await tx.revision.updateMany({ where: { authorId: from }, data: { authorId: to } })
}

async function moveSittings(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  await tx.quiz.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
  // Responses follow: their key to the attempt cascades.
  await tx.attempt.updateMany({ where: { learnerId: from }, data: { learnerId: to } })
}

async function moveMemberships(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const mine = await tx.membership.findMany({ where: { learnerId: to }, select: { classId: true } })
  const already = mine.map(({ classId }) => classId)
  const taught = await tx.membership.findMany({
    where: { learnerId: from, role: 'teacher', classId: { in: already } },
    select: { classId: true },
  })
  await tx.membership.updateMany({
    where: { learnerId: to, classId: { in: taught.map(({ classId }) => classId) } },
    data: { role: 'teacher' },
  })
  await tx.membership.updateMany({ where: { learnerId: from, classId: { notIn: already } }, data: { learnerId: to } })
  await tx.membership.deleteMany({ where: { learnerId: from } })
}

async function moveReviews(tx: Tx, from: LearnerId, to: LearnerId): Promise<number> {
  const theirs = await tx.review.findMany({ where: { learnerId: from }, select: { id: true, factId: true } })
  const twice = await tx.review.findMany({
    where: { learnerId: to, id: { in: theirs.map(({ id }) => id) } },
    select: { id: true },
  })
  // Sent once as a guest and once signed in: one review.
  await tx.review.deleteMany({ where: { learnerId: from, id: { in: twice.map(({ id }) => id) } } })
  const { count } = await tx.review.updateMany({ where: { learnerId: from }, data: { learnerId: to } })
  await tx.memory.deleteMany({ where: { learnerId: from } })
  await foldMemories(tx, to, [...new Set(theirs.map(({ factId }) => factId))])
  return count
}
