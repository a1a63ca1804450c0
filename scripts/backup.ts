// npm run backup [-- FILE]: everything in one file. The embedded database must not be in use; a server's may.
import { resolve } from 'node:path'
import { writeBackupFile } from '../lib/data/maintenance/backup-file'
import { migrate } from '../lib/data/maintenance/migrate'
import { withDatabase, writeCounts } from './shared/with-database'

await withDatabase(async () => {
  const now = new Date()
  const file = resolve(process.argv[2] ?? `bilim-${now.toISOString().slice(0, 19).replaceAll(':', '')}.ndjson.gz`)
  await migrate()
  const counts = await writeBackupFile(file, now)
  console.log(`Saved ${writeCounts(counts)} to ${file}. Keep it safe: it holds everything.`)
})
