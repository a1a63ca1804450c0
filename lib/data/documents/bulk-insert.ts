import 'server-only'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'

type NewRows = {
  Fact: readonly (Omit<Prisma.FactUncheckedCreateInput, 'answerSpan'> & { answerSpan: Prisma.InputJsonObject | null })[]
  Item: readonly Prisma.ItemUncheckedCreateInput[]
  Revision: readonly Prisma.RevisionUncheckedCreateInput[]
  ItemFact: readonly Prisma.ItemFactUncheckedCreateInput[]
  Refusal: readonly Prisma.RefusalUncheckedCreateInput[]
}

/**
 * Many rows of one or more tables in one statement with one parameter. `createMany` takes six times as long on the embedded
 * database, and meanwhile everybody else waits. All rows of a table have the columns of its first; those left out get
 * their defaults. Rows may refer to each other: references are looked at when all are there.
 */
export async function bulkInsert(tx: Tx, rows: Partial<NewRows>): Promise<void> {
  const inserts = Object.entries(rows).flatMap(([table, some]) => insertInto(table, some))
  if (inserts.length === 0) return
  const given = Prisma.sql`given AS (SELECT ${JSON.stringify(rows)}::jsonb AS rows)`
  await tx.$executeRaw`WITH ${Prisma.join([given, ...inserts])} SELECT 1`
}

// Names of tables and columns are ours; what comes from documents is in the parameter.
function insertInto(table: string, [first]: readonly object[]): Prisma.Sql[] {
  if (!first) return []
  const name = Prisma.raw(`"${table}"`)
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  )
  const made = Prisma.raw(`"made${table}"`)
  return [
    Prisma.sql`${made} AS (
      INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM given, jsonb_populate_recordset(NULL::${name}, given.rows -> ${Prisma.raw(`'${table}'`)}))`,
  ]
}
