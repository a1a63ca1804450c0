import 'server-only'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDb, openDb, type Target } from '../../db'
import type { BackupEnd } from './backup'
import { restoreFile, writeBackupFile } from './backup-file'
import { migrate } from './migrate'
import type { RestoreRefusal } from './restore'

export type Moved =
  | { readonly kind: 'moved'; readonly counts: BackupEnd['counts'] }
  | { readonly kind: 'rejected'; readonly reason: RestoreRefusal }

/**
 * Copies everything from one database into another, empty one. The first stays as it is; `restore` has compared the
 * counts of every table before anything is kept. No database may be open in this process.
 */
export async function moveData(from: Target, to: Target, now: Date): Promise<Moved> {
  const folder = await mkdtemp(join(tmpdir(), 'bilim-move-'))
  const file = join(folder, 'all.ndjson.gz')
  try {
    await inDatabase(from, async () => {
      await migrate()
      await writeBackupFile(file, now)
    })
    return await inDatabase(to, async () => {
      await migrate()
      const result = await restoreFile(file)
      return result.kind === 'restored' ? { kind: 'moved', counts: result.counts } : result
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function inDatabase<T>(target: Target, work: () => Promise<T>): Promise<T> {
  openDb(target)
  try {
    return await work()
  } finally {
    await closeDb()
  }
}
