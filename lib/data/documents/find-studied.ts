import 'server-only'
import type { Db, Tx } from '../../db'

/** Of a document's facts, or of some of them, those that somebody remembers or has reviewed. */
export async function findStudied(
  from: Db | Tx,
  documentId: string,
  some?: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await from.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Fact" AS fact
    WHERE "documentId" = ${documentId}::uuid
      AND (${some === undefined} OR id IN (
        SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(some ?? [])}::jsonb)))
      AND (EXISTS (SELECT 1 FROM "Memory" WHERE "factId" = fact.id)
        OR EXISTS (SELECT 1 FROM "Review" WHERE "factId" = fact.id))`
  return new Set(rows.map(({ id }) => id))
}
