import 'server-only'
import { type Connection, withConnection } from '../../db'
import { listTables } from './list-tables'

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
