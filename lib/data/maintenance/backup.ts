import 'server-only'
import { type Connection, withConnection } from '../../db'

/** First line of a backup. */
type BackupHead = { readonly bilim: 1; readonly madeAt: string; readonly migrations: readonly string[] }
/** Last line: a file without it was cut off. */
export type BackupEnd = { readonly counts: Readonly<Record<string, number>> }

const BATCH = 500

/**
 * Every row of every table as a line of JSON, all as they were at one moment: other processes may go on writing. In
 * between, `["Table",{row}]`.
 */
export async function backup(write: (line: string) => Promise<void>, now: Date): Promise<BackupEnd['counts']> {
  return withConnection(async (connection) => {
    await connection.script('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    try {
      const head: BackupHead = { bilim: 1, madeAt: now.toISOString(), migrations: await listMigrations(connection) }
      await write(JSON.stringify(head))
      const counts: Record<string, number> = {}
      for (const { name } of await listTables(connection)) counts[name] = await writeTable(connection, name, write)
      const end: BackupEnd = { counts }
      await write(JSON.stringify(end))
      return counts
    } finally {
      await connection.script('ROLLBACK')
    }
  })
}

async function writeTable({ query }: Connection, name: string, write: (line: string) => Promise<void>) {
  // Names come from the database's own catalogue.
  await query(`DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${name}" t`)
  let count = 0
  for (;;) {
    const rows = await query(`FETCH ${BATCH} FROM rows`)
    for (const { row } of rows) await write(`[${JSON.stringify(name)},${row}]`)
    count += rows.length
    if (rows.length < BATCH) break
  }
  await query('CLOSE rows')
  return count
}

export async function listMigrations({ query }: Connection): Promise<string[]> {
  const rows = await query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  )
  return rows.map(({ name }) => String(name))
}

export type Table = {
  readonly name: string
  /** Columns that point at another row of the same table. */
  readonly selfReferences: readonly string[]
}

/**
 * Every table of ours as the database itself names them, each after those that it refers to. Those of search are left out:
 * they are made from the others again.
 */
export async function listTables({ query }: Connection): Promise<Table[]> {
  const tables = await query(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
       AND c.relname NOT LIKE 'Search%'
     ORDER BY c.relname`,
  )
  const references = await query(
    `SELECT s.relname AS source, t.relname AS target, a.attname AS column
     FROM pg_constraint f
     JOIN pg_class s ON s.oid = f.conrelid
     JOIN pg_class t ON t.oid = f.confrelid
     JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
     WHERE f.contype = 'f' AND s.relnamespace = 'public'::regnamespace`,
  )
  const names = tables.map(({ name }) => String(name))
  const pairs = references.map(({ source, target, column }) => ({
    source: String(source),
    target: String(target),
    column: String(column),
  }))
  return inOrder(names, pairs).map((name) => ({
    name,
    selfReferences: pairs
      .filter(({ source, target }) => source === name && target === name)
      .map(({ column }) => column),
  }))
}

function inOrder(names: readonly string[], pairs: readonly { source: string; target: string }[]): string[] {
  const placed: string[] = []
  const left = new Set(names)
  const waitsFor = (name: string) =>
    pairs.some(({ source, target }) => source === name && target !== name && left.has(target))
  while (left.size > 0) {
    const ready = [...left].filter((name) => !waitsFor(name))
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...left].join(', ')}.`)
    placed.push(...ready)
    for (const name of ready) left.delete(name)
  }
  return placed
}
