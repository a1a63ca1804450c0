import 'server-only'
import { mayResetEntry } from '@/lib/core/access/classes'
import type { Viewer } from '@/lib/core/access/viewer'
import { type ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { learnersTaughtBy } from './classes-taught-by'

export type ClassLearner = {
  readonly learnerId: LearnerId
  readonly name: string
  readonly joinedAt: Date
  /** How they come back: by a return code of this class, or by a way of their own that no teacher can open. */
  readonly comesBackBy: 'code' | 'own-way'
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
      learner: { select: { waysIn: { select: { kind: true, classId: true } } } },
    },
    orderBy: [{ name: 'asc' }, { learnerId: 'asc' }],
  })
  const last = await listLastActivity(
    classId,
    members.map((member) => member.learnerId),
  )
  return members.map((member) => ({
    learnerId: LearnerId.parse(member.learnerId),
    name: member.name,
    joinedAt: member.joinedAt,
    comesBackBy: mayResetEntry(member.learner.waysIn, classId) ? 'code' : 'own-way',
    lastActivity: last.get(member.learnerId) ?? null,
  }))
}

/** When each learner last answered anything that this class was assigned. What else they study is their own affair. */
export async function listLastActivity(
  classId: ClassId,
  learnerIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (learnerIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ learnerId: string; at: Date }[]>`
    SELECT y."learnerId"::text AS "learnerId", max(y."lastReview") AS at
    FROM "Memory" y
    WHERE y."learnerId" = ANY(${[...learnerIds]}::uuid[]) AND y."factId" IN (
      SELECT f.id FROM "Fact" f
      JOIN "Deck" d ON d."documentId" = f."documentId"
      JOIN "Assignment" a ON a."deckId" = d.id
      WHERE a."classId" = ${classId}::uuid)
    GROUP BY y."learnerId"`
  return new Map(rows.map((row) => [row.learnerId, row.at]))
}
