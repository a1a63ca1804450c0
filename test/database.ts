import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { isDatabaseReady } from '../lib/data/maintenance/is-database-ready'
import { migrate } from '../lib/data/maintenance/migrate'
import { closeDb, db, openDb, type Target, type Tx } from '../lib/db'
import { buildWorker } from './build-worker'

const MIGRATIONS = 'prisma/migrations'
// Any number of our own: test files that start together make the template once.
const TEMPLATE_LOCK = 4_170_001
const TEMPLATES = '.build/pglite'
const SETUP_MS = 120_000

/** Call at the top of a data test file: a fresh, migrated, empty database of its own behind `db()`. */
export function useDatabase(): void {
  let drop = async () => {}
  beforeAll(async () => {
    buildWorker()
    const fresh = await freshDatabase()
    openDb(fresh.target)
    drop = fresh.drop
  }, SETUP_MS)
  afterAll(async () => {
    try {
      // A test may have left a database that does not answer.
      if (await isDatabaseReady()) await expectFreshDeckFacts()
    } finally {
      await closeDb()
      await drop()
    }
  }, SETUP_MS)
}

/** Every function that the tests of the file called has refreshed what decks ask: doing so again changes nothing. */
async function expectFreshDeckFacts(): Promise<void> {
  const read = (tx: Tx) =>
    tx.$queryRaw`
      SELECT d.id, d.facts, d.cards, x."factId", x."hasCard" FROM "Deck" d LEFT JOIN "DeckFact" x ON x."deckId" = d.id
      ORDER BY 1, 4`
  await db().$transaction(async (tx) => {
    const kept = await read(tx)
    await tx.$queryRaw`SELECT refresh_deck_facts(ARRAY(SELECT id FROM "Fact"))::text`
    expect(kept, 'DeckFact and the counts of decks').toEqual(await read(tx))
  })
}

function engine(): 'pglite' | 'postgres' {
  return process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'pglite'
}

/** For tests that need a second database or more than one connection: migrated and empty. */
export async function freshDatabase(): Promise<{ target: Target; drop: () => Promise<void> }> {
  return engine() === 'pglite' ? freshFolder() : freshOnServer()
}

async function freshFolder(): Promise<{ target: Target; drop: () => Promise<void> }> {
  const template = await ensureFolder()
  const dir = mkdtempSync(join(tmpdir(), 'bilim-test-'))
  cpSync(template, dir, { recursive: true })
  return { target: { kind: 'embedded', dir }, drop: async () => rmSync(dir, { recursive: true, force: true }) }
}

// To make a cluster takes PGlite seconds, to open a copy of one a fraction of that.
async function ensureFolder(): Promise<string> {
  const template = join(TEMPLATES, hashMigrations())
  if (existsSync(template)) return template
  mkdirSync(TEMPLATES, { recursive: true })
  const draft = mkdtempSync(join(TEMPLATES, 'draft-'))
  openDb({ kind: 'embedded', dir: draft })
  await migrate()
  await closeDb()
  try {
    // The name appears only when the template is whole.
    renameSync(draft, template)
  } catch {
    // Another file has made one meanwhile.
    rmSync(draft, { recursive: true, force: true })
  }
  return template
}

async function freshOnServer(): Promise<{ target: Target; drop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_ENGINE=postgres wants TEST_DATABASE_URL.')
  const template = await ensureTemplate(url)
  const name = `bilim_test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const drop = () => asAdmin(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  return { target: { kind: 'server', url: withName(url, name) }, drop: async () => void (await drop()) }
}

// One template for each state of the migrations, made under a lock and then only copied.
async function ensureTemplate(url: string): Promise<string> {
  const name = `bilim_template_${hashMigrations()}`
  await asAdmin(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount) return
    const draft = `${name}_draft`
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${draft}`)
    openDb({ kind: 'server', url: withName(url, draft) })
    await migrate()
    await closeDb()
    // The name appears only when the template is whole.
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
  })
  return name
}

async function asAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withName(url: string, name: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.href
}

function hashMigrations(): string {
  // Another version of PGlite may keep its files in another way.
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  for (const entry of readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    hash.update(readFileSync(`${MIGRATIONS}/${entry.name}/migration.sql`))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Until the other transaction is blocked or done. The embedded database has one connection: there it has not begun. */
export async function waitUntilBlocked(tx: Tx, transaction: Promise<unknown>): Promise<void> {
  if (engine() === 'pglite') return
  let isDone = false
  void transaction.then(() => {
    isDone = true
  })
  let blocked = 0
  while (!isDone && blocked === 0) {
    // Who waits for a row waits for a transaction, which is of no database; its other locks say where it works.
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks l JOIN pg_locks own USING (pid) JOIN pg_database d ON d.oid = own.database
      WHERE d.datname = current_database() AND NOT l.granted`
    blocked = rows.length
  }
}
