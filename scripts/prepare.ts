// What `npm start` does before it serves: opens the database, brings it up to date, loads content/.
import { randomBytes, randomInt } from 'node:crypto'
import { createDemo } from '../lib/data/demo/create-demo'
import { loadContent } from '../lib/data/maintenance/load-content'
import { migrate, OtherLayout } from '../lib/data/maintenance/migrate'
import { hasTrigrams } from '../lib/data/search/correct-typos'
import { DataInUse } from '../lib/data-folder-lock'
import { closeDb, db, withConnection } from '../lib/db'
import { env } from '../lib/env'
import { isDemoWanted } from './shared/demo-marker'

const NO_TYPOS =
  'Search: typing errors are not forgiven. To change that, let an owner of the database run CREATE EXTENSION pg_trgm'
const LOCKED = 3
const SEEDS = 2 ** 31

try {
  await prepare()
} catch (error) {
  console.error(error instanceof DataInUse || error instanceof OtherLayout ? error.message : error)
  process.exitCode = error instanceof DataInUse ? LOCKED : 1
} finally {
  await closeDb()
}

async function prepare(): Promise<void> {
  const where = env.DATABASE_URL ? `PostgreSQL at ${new URL(env.DATABASE_URL).host}` : `PGlite in ${env.BILIM_DATA_DIR}`
  await db().$queryRaw`SELECT 1`
  console.log(`Database: ${where}`)
  const applied = await migrate()
  console.log(`Migrations: ${applied.length > 0 ? `${applied.join(', ')} applied` : 'nothing to do'}`)
  if (!(await withConnection(hasTrigrams))) console.log(NO_TYPOS)
  const loaded = await loadContent('content')
  for (const { slug, kind, missingReplies } of loaded) {
    console.log(`Content: ${slug}, ${kind}`)
    if (missingReplies > 0)
      console.log(
        `Content: ${slug} goes without new items of the model: ${missingReplies} or more recorded replies are missing`,
      )
  }
  if (isDemoWanted()) await prepareDemo()
}

/** The line of JSON is for `npm start`, which shows the sign-ins once it serves. */
async function prepareDemo(): Promise<void> {
  // Without `npm start` there is no secret, and nobody is shown the sign-ins.
  const secret = env.NEXTAUTH_SECRET ?? randomBytes(32).toString('base64url')
  const demo = await createDemo(new Date(), randomInt(SEEDS), secret)
  if (!demo) return
  const signIns = [
    { role: 'teacher', ...demo.teacher },
    { role: 'learner', ...demo.learner },
  ]
  console.log(JSON.stringify({ demo: signIns }))
}
