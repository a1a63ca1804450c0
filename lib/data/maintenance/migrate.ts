import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, withConnection } from '../../db'
import { allowTypos } from '../search/correct-typos'

type Migration = { name: string; sql: string; checksum: string }

// Prisma's own lock number: `prisma migrate deploy` and this wait for each other.
const LOCK = 72707369

/** Prisma's table, as its schema engine makes it (see docs/decisions/0006). */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/** The database was made by a Bilim whose migrations are not these. Nothing in it is touched. */
export class OtherLayout extends Error {
  constructor(migration: string) {
    super(
      `These data were made by another version of Bilim (${migration}), which this one cannot read. Nothing was changed.\n` +
        'Start that version to use them. To begin anew, move the data folder away (.data, or BILIM_DATA_DIR), or name an empty ' +
        'database in DATABASE_URL.',
    )
    this.name = 'OtherLayout'
  }
}

/**
 * Applies what is pending in `prisma/migrations`, each in a transaction of its own, and returns the names applied.
 * Several processes may start at once: one applies, the others wait and find nothing to do.
 */
export async function migrate(folder = join(process.cwd(), 'prisma/migrations')): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return withConnection(async (connection) => {
    await connection.query('SELECT pg_advisory_lock($1)', [LOCK])
    try {
      await connection.script(TABLE)
      const pending = await findPending(connection, migrations)
      for (const migration of pending) await apply(connection, migration)
      // At each start, not once: the right to it may be given later.
      await allowTypos(connection)
      return pending.map(({ name }) => name)
    } finally {
      await connection.query('SELECT pg_advisory_unlock($1)', [LOCK])
    }
  })
}

async function findPending(connection: Connection, migrations: Migration[]): Promise<Migration[]> {
  const rows = await connection.query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => row.finished_at === null)
  if (failed) throw new Error(`Migration ${failed.migration_name} was begun by Prisma and did not finish.`)
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const known = new Set<unknown>(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].find((name) => !known.has(name))
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (unknown ?? changed) throw new OtherLayout(String(unknown ?? changed?.name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(connection: Connection, { name, sql, checksum }: Migration): Promise<void> {
  await connection.script('BEGIN')
  try {
    await connection.script(sql)
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    )
    await connection.script('COMMIT')
  } catch (error) {
    await connection.script('ROLLBACK')
    throw new Error(`Migration ${name} failed; nothing of it was kept.`, { cause: error })
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(names.sort().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
