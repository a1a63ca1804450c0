import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DataInUse } from '../../lib/data-folder-lock'
import { closeDb } from '../../lib/db'
import { env } from '../../lib/env'

/** An expected end: one clear line and a code that is not 0. */
export class Refused extends Error {}

/** Runs what needs the database and closes it whatever happens. The next start prepares the data again. */
export async function withDatabase(work: () => Promise<void>): Promise<void> {
  rmSync(join(env.BILIM_DATA_DIR, 'prepared.json'), { force: true })
  try {
    await work()
  } catch (error) {
    const isExpected = error instanceof Refused || error instanceof DataInUse
    console.error(isExpected ? error.message : error)
    process.exitCode = 1
  } finally {
    await closeDb()
  }
}

/** Rows by table, for the last line of a script. */
export function writeCounts(counts: Readonly<Record<string, number>>): string {
  const filled = Object.entries(counts).filter(([, count]) => count > 0)
  const total = filled.reduce((sum, [, count]) => sum + count, 0)
  return `${total} rows (${filled.map(([name, count]) => `${name} ${count}`).join(', ')})`
}
