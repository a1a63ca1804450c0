// npm run restore -- FILE: a backup into an empty database, before the first start.
import { existsSync } from 'node:fs'
import { restoreFile } from '../lib/data/maintenance/backup-file'
import { migrate } from '../lib/data/maintenance/migrate'
import type { RestoreRefusal } from '../lib/data/maintenance/restore'
import { Refused, withDatabase, writeCounts } from './shared/with-database'

const REFUSALS: Record<RestoreRefusal, string> = {
  'not-empty':
    'This database is not empty, and nothing was changed. Set DATABASE_URL, or BILIM_DATA_DIR to a new folder, and restore there before the first start.',
  'not-a-backup': 'This file is not a backup of Bilim, or it is damaged. Nothing was changed.',
  'other-version': 'This backup is of another version of Bilim. Restore it with that version. Nothing was changed.',
  incomplete: 'This backup was cut off before its end. Nothing was changed.',
}

await withDatabase(async () => {
  const file = process.argv[2]
  if (!file || !existsSync(file)) throw new Refused('Usage: npm run restore -- FILE')
  await migrate()
  const result = await restoreFile(file)
  if (result.kind === 'rejected') throw new Refused(REFUSALS[result.reason])
  console.log(`Restored ${writeCounts(result.counts)}.`)
})
