import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Db, Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'

type Keyed = { readonly id: string }
type FactKey = Keyed & { readonly contentKey: string; readonly engine: string; readonly retired: boolean }
type ItemKey = Keyed & {
  readonly contentKey: string
  readonly type: string
  readonly retired: boolean
  readonly mainFact: string | null
}

/** What a document has that the engine did not give again; and every content key that it has, of facts by their row. */
export async function findWithdrawn(
  from: Db | Tx,
  documentId: string,
  made: { readonly facts: readonly Keyed[]; readonly items: readonly Keyed[] },
) {
  const facts = await asOneValue<FactKey>(
    from,
    Prisma.sql`
      SELECT id, "contentKey", engine, retired FROM "Fact" WHERE "documentId" = ${documentId}::uuid ORDER BY position`,
  )
  await breathe()
  const items = await asOneValue<ItemKey>(
    from,
    Prisma.sql`
      SELECT item.id, item."contentKey", item.type, item.retired, main."factId" AS "mainFact"
      FROM "Item" AS item LEFT JOIN "ItemFact" AS main ON main."itemId" = item.id AND main.slot = 0
      WHERE item."documentId" = ${documentId}::uuid ORDER BY item.position`,
  )
  await breathe()
  const given = new Set([...made.facts, ...made.items].map(({ id }) => id))
  const isWithdrawn = ({ contentKey }: { contentKey: string }) => !given.has(contentKey)
  return {
    factKeys: new Map(facts.map(({ id, contentKey }) => [id, contentKey])),
    known: new Set([...facts, ...items].map(({ contentKey }) => contentKey)),
    facts: facts.filter(isWithdrawn),
    items: items.filter(isWithdrawn),
  }
}

/** Thousands of rows as one JSON value: row by row they take so long to arrive that everybody else waits. */
async function asOneValue<Row>(from: Db | Tx, select: Prisma.Sql): Promise<readonly Row[]> {
  const [found] = await from.$queryRaw<{ rows: Row[] }[]>`
    SELECT COALESCE(jsonb_agg(to_jsonb(selected)), '[]') AS rows FROM (${select}) AS selected`
  return found?.rows ?? []
}
