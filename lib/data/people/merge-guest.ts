import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { lockLearner } from '@/lib/data/memories/memory-rows'
import { rebuildMemories } from '@/lib/data/memories/rebuild-memories'
import { db, type Tx } from '@/lib/db'
import { runIn } from '@/lib/prepared-statements'
import { removeLearnerRows } from './account'

type Merged = { kind: 'merged'; reviews: number } | { kind: 'rejected'; reason: 'not-a-guest' }

/**
 * Moves everything of a guest, or of a learner with a class code, to the viewer, and deletes the guest with its
 * identities, so that a return code that a teacher may have seen does not open the account. The caller has checked that
 * this device holds a session of the guest. Memories are computed again from both logs of reviews in order.
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
    await moveOwned(tx, from, to)
    await moveAttempts(tx, from, to)
    await moveMemberships(tx, from, to)
    await moveFlags(tx, from, to)
    const reviews = await moveReviews(tx, from, to)
    await removeLearnerRows(tx, from, now)
    return { kind: 'merged', reviews }
  })
}

async function moveOwned(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const both = await tx.document.findMany({
    where: { ownerId: { in: [from, to] } },
    select: { id: true, ownerId: true, hash: true },
  })
  const known = new Set(both.filter(({ ownerId }) => ownerId === to).map(({ hash }) => hash))
  for (const { id, hash } of both.filter(({ ownerId }) => ownerId === from)) {
    // Where both have the same text, both documents stay. The guest's gets another hash, which must be unique per owner.
    await tx.document.update({
      where: { id },
      data: { ownerId: to, ...(known.has(hash) ? { hash: `${hash}:${id}` } : {}) },
    })
  }
  await tx.generationJob.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
  await tx.deck.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
  await tx.revision.updateMany({ where: { authorId: from }, data: { authorId: to } })
}

async function moveAttempts(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
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
  // A review that was sent both as a guest and signed in counts once.
  await tx.review.deleteMany({ where: { learnerId: from, id: { in: twice.map(({ id }) => id) } } })
  const { count } = await tx.review.updateMany({ where: { learnerId: from }, data: { learnerId: to } })
  await tx.memory.deleteMany({ where: { learnerId: from } })
  await rebuildMemories(runIn(tx), to, [...new Set(theirs.map(({ factId }) => factId))])
  return count
}

/** Flags, tags, exams and read decks. A fact is starred, suspended or buried if either learner had it so; else `to`'s stays. */
async function moveFlags(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FactFlag" AS own ("learnerId", "factId", "starred", "suspended", "buriedUntil")
    SELECT ${to}::uuid, "factId", "starred", "suspended", "buriedUntil" FROM "FactFlag" WHERE "learnerId" = ${from}::uuid
    ON CONFLICT ("learnerId", "factId") DO UPDATE SET "starred" = own."starred" OR EXCLUDED."starred",
      "suspended" = own."suspended" OR EXCLUDED."suspended",
      "buriedUntil" = greatest(own."buriedUntil", EXCLUDED."buriedUntil")`
  await tx.$executeRaw`UPDATE "FactTag" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "FactTag" o
      WHERE o."learnerId" = ${to}::uuid AND o."factId" = m."factId" AND o."name" = m."name")`
  await tx.$executeRaw`UPDATE "DeckTag" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "DeckTag" o
      WHERE o."learnerId" = ${to}::uuid AND o."deckId" = m."deckId" AND o."name" = m."name")`
  await tx.$executeRaw`UPDATE "Exam" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "Exam" o WHERE o."learnerId" = ${to}::uuid AND o."deckId" = m."deckId")`
  await tx.$executeRaw`UPDATE "DeckReader" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "DeckReader" o WHERE o."learnerId" = ${to}::uuid AND o."deckId" = m."deckId")`
  // Reviews go on naming the weights that they were made under; those of the account stay the ones in use.
  await tx.fittedWeights.updateMany({ where: { learnerId: from }, data: { learnerId: to, inUse: false } })
}
