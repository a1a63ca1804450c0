import type { Tx } from '../lib/db'
import { engine } from './database'

/** Until the other transaction stands still or is through. The embedded database has one connection: there it has not begun. */
export async function untilItWaits(tx: Tx, other: Promise<unknown>): Promise<void> {
  if (engine() === 'pglite') return
  let isThrough = false
  void other.then(() => {
    isThrough = true
  })
  let waiting = 0
  while (!isThrough && waiting === 0) {
    // Who waits for a row waits for a transaction, which is of no database; its other locks say where it works.
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks l JOIN pg_locks own USING (pid) JOIN pg_database d ON d.oid = own.database
      WHERE d.datname = current_database() AND NOT l.granted`
    waiting = rows.length
  }
}
