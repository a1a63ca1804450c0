/** @module-tag engines */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { withConnection } from '../../db'
import { migrate } from './migrate'

useDatabase()

const FOLDER = 'prisma/migrations'
const INIT = '20261202000000_init'

function folderOf(migrations: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'bilim-migrations-'))
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(dir, name))
    writeFileSync(join(dir, name, 'migration.sql'), sql)
  }
  return dir
}

const count = (sql: string) => withConnection(async ({ query }) => Number((await query(sql))[0]?.n))

describe('migrations', () => {
  it('are applied once, and named in the table that Prisma reads', async () => {
    expect(await migrate()).toEqual([])
    const rows = await withConnection(({ query }) =>
      query('SELECT migration_name, length(checksum) AS sum, applied_steps_count AS steps FROM _prisma_migrations'),
    )
    expect(rows).toContainEqual({ migration_name: INIT, sum: 64, steps: 1 })
  })

  it('leave nothing behind when one fails', async () => {
    await withConnection(({ script }) => script('ALTER TABLE _prisma_migrations RENAME TO kept'))
    const folder = folderOf({
      '1_good': 'CREATE TABLE good (a int);',
      '2_bad': 'CREATE TABLE half (a int); SELECT no;',
    })
    await expect(migrate(folder)).rejects.toThrow('2_bad failed')
    expect(await count(`SELECT count(*) AS n FROM pg_tables WHERE tablename IN ('good', 'half')`)).toBe(1)
    expect(await count('SELECT count(*) AS n FROM _prisma_migrations')).toBe(1)
    await withConnection(({ script }) =>
      script('DROP TABLE good, _prisma_migrations; ALTER TABLE kept RENAME TO _prisma_migrations'),
    )
  })

  it('stop when one was changed after it was applied, and say how to begin anew', async () => {
    await expect(migrate(folderOf({ [INIT]: 'SELECT 1;' }))).rejects.toThrow(
      /another version.*move the data folder away/s,
    )
  })

  it('stop when another version of Bilim made the database, and touch nothing of it', async () => {
    await expect(migrate(folderOf({ '20271202000000_next': 'DROP TABLE "Learner";' }))).rejects.toThrow(
      `another version of Bilim (${INIT})`,
    )
    expect(await count('SELECT count(*) AS n FROM "Learner"')).toBe(0)
  })

  it('wait for each other when several processes start at once', async () => {
    await expect(Promise.all([migrate(FOLDER), migrate(FOLDER), migrate(FOLDER)])).resolves.toEqual([[], [], []])
  })
})
