import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'

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
