import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { ClassId } from '@/lib/core/ids'
import { db } from '@/lib/db'

/**
 * For each of these classes that the viewer teaches: the learners who have no memory of any assigned fact and no
 * attempt of any assigned quiz, by name. Classes with nothing assigned have nobody to wait for.
 */
export async function listNotStarted(
  viewer: Viewer,
  classIds: readonly (ClassId | string)[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (classIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ classId: string; name: string }[]>`
    SELECT m."classId"::text AS "classId", m.name
    FROM "Membership" m
    JOIN "Membership" t ON t."classId" = m."classId" AND t.role = 'teacher' AND t."learnerId" = ${viewer.learnerId}::uuid
    WHERE m."classId" = ANY(${[...classIds]}::uuid[]) AND m.role = 'learner'
      AND EXISTS (SELECT 1 FROM "Assignment" a WHERE a."classId" = m."classId")
      AND NOT EXISTS (
        SELECT 1 FROM "Assignment" a
        JOIN "Deck" d ON d.id = a."deckId"
        JOIN "Fact" f ON f."documentId" = d."documentId"
        JOIN "Memory" y ON y."learnerId" = m."learnerId" AND y."factId" = f.id
        WHERE a."classId" = m."classId")
      AND NOT EXISTS (
        SELECT 1 FROM "Assignment" a
        JOIN "Attempt" t ON t."assignmentId" = a.id AND t."learnerId" = m."learnerId"
        WHERE a."classId" = m."classId")
    ORDER BY m.name`
  return grouped(rows)
}

function grouped(rows: readonly { classId: string; name: string }[]): Map<string, string[]> {
  const byClass = new Map<string, string[]>()
  for (const { classId, name } of rows) byClass.set(classId, [...(byClass.get(classId) ?? []), name])
  return byClass
}
