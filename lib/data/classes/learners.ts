import 'server-only'
import { ClassId, LearnerId } from '@/lib/core/ids'
import { mayResetEntry } from '@/lib/core/people/class-permissions'
import { sameName, tidyName } from '@/lib/core/people/names'
import type { Viewer } from '@/lib/core/people/viewer'
import { db } from '@/lib/db'
import { classesTaughtBy, learnersTaughtBy } from './class-access'

export type ClassLearner = {
  readonly learnerId: LearnerId
  readonly name: string
  readonly joinedAt: Date
  /** How they come back: by a return code of this class, or by an identity of their own that no teacher can open. */
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

export type LearnerActivity = {
  readonly learnerId: LearnerId
  /** As the class knows the learner. */
  readonly name: string
  /** Null: has not started. */
  readonly lastActivity: Date | null
}

/**
 * For each of these classes that the viewer teaches its learners, by name, with when each last rated, answered, opened or
 * handed in anything of a deck that the class was assigned. What else they study is their own affair. An open test tells
 * that it was worked on and nothing else.
 */
export async function listActivity(
  viewer: Viewer,
  classIds: readonly ClassId[],
): Promise<ReadonlyMap<ClassId, readonly LearnerActivity[]>> {
  if (classIds.length === 0) return new Map()
  // All reviews count, those that were only logged too. Rejected items and retired facts stay in their document.
  const rows = await db().$queryRaw<{ classId: string; learnerId: string; name: string; lastActivity: Date | null }[]>`
    SELECT m."classId"::text AS "classId", m."learnerId"::text AS "learnerId", m.name, greatest(
      (SELECT r.at FROM "Review" r
        WHERE r."learnerId" = m."learnerId" AND EXISTS (
          SELECT 1 FROM "Fact" f
          JOIN "Deck" d ON d."documentId" = f."documentId"
          JOIN "Assignment" a ON a."deckId" = d.id
          WHERE f.id = r."factId" AND a."classId" = m."classId")
        ORDER BY r.at DESC LIMIT 1),
      (SELECT max(greatest(t."startedAt", t."submittedAt", (
          SELECT max(p."answeredAt") FROM "Response" p
          WHERE p."learnerId" = t."learnerId" AND p."attemptId" = t.id)))
        FROM "Attempt" t
        JOIN "Quiz" q ON q.id = t."quizId"
        WHERE t."learnerId" = m."learnerId"
          AND q."deckId" IN (SELECT a."deckId" FROM "Assignment" a WHERE a."classId" = m."classId"))
    ) AS "lastActivity"
    FROM "Membership" m
    JOIN "Membership" teacher ON teacher."classId" = m."classId" AND teacher.role = 'teacher'
      AND teacher."learnerId" = ${viewer.learnerId}::uuid
    WHERE m."classId" = ANY(${[...classIds]}::uuid[]) AND m.role = 'learner'
    ORDER BY m.name, m."learnerId"`
  const byClass = new Map<ClassId, LearnerActivity[]>()
  for (const { classId, learnerId, ...row } of rows) {
    const id = ClassId.parse(classId)
    byClass.set(id, [...(byClass.get(id) ?? []), { learnerId: LearnerId.parse(learnerId), ...row }])
  }
  return byClass
}

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
    const member = members.find(({ learnerId, role }) => learnerId === asked.learnerId && role === 'learner')
    if (!member) return { kind: 'rejected', reason: 'not-found' }
    const taken = members.some((holder) => holder !== member && sameName(holder.name, name))
    if (taken) return { kind: 'rejected', reason: 'name-taken' }
    await tx.membership.update({
      where: { classId_learnerId: { classId: asked.classId, learnerId: asked.learnerId } },
      data: { name },
    })
    return { kind: 'renamed' }
  })
}

type Removed = { kind: 'removed' } | { kind: 'rejected'; reason: 'not-found' }

/** Ends a membership. The learner keeps what they learned and their identities. */
export async function removeLearner(viewer: Viewer, who: { classId: ClassId; learnerId: LearnerId }): Promise<Removed> {
  const { count } = await db().membership.deleteMany({
    where: { classId: who.classId, learnerId: who.learnerId, ...learnersTaughtBy(viewer) },
  })
  return count > 0 ? { kind: 'removed' } : { kind: 'rejected', reason: 'not-found' }
}

type Left = { kind: 'left' } | { kind: 'rejected'; reason: 'not-found' }

/** A learner goes by themselves; what they learned stays theirs. A teacher ends the class instead, or nobody would keep it. */
export async function leaveClass(viewer: Viewer, classId: ClassId): Promise<Left> {
  const { count } = await db().membership.deleteMany({
    where: { classId, learnerId: viewer.learnerId, role: 'learner' },
  })
  return count > 0 ? { kind: 'left' } : { kind: 'rejected', reason: 'not-found' }
}
