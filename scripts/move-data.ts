// npm run move-data: from the embedded database to the server that DATABASE_URL names. The embedded one stays as it is.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { moveData } from '../lib/data/maintenance/move-data'
import { env } from '../lib/env'
import { Refused, withDatabase, writeCounts } from './shared/with-database'

await withDatabase(async () => {
  const { DATABASE_URL: url, BILIM_DATA_DIR: dir } = env
  if (!url) throw new Refused('Set DATABASE_URL to the PostgreSQL server that the data are to move to.')
  if (!existsSync(join(dir, 'pg'))) throw new Refused(`There is no embedded database in ${dir}.`)
  const result = await moveData({ kind: 'embedded', dir }, { kind: 'server', url }, new Date())
  if (result.kind === 'rejected' && result.reason === 'not-empty')
    throw new Refused('The database on the server is not empty, and nothing was changed.')
  if (result.kind === 'rejected')
    throw new Refused(`The data could not be moved: ${result.reason}. Nothing was changed.`)
  console.log(`Moved ${writeCounts(result.counts)}. The embedded database in ${dir} is unchanged.`)
})
