import 'server-only'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client, Pool } from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { lockData } from './data-folder-lock'
import { env } from './env'
import { type Prisma, PrismaClient } from './generated/prisma/client'
import { type PreparedStatements, preparedOnPglite, preparedOnServer } from './prepared-statements'

/** Where the data are: a PostgreSQL server, or PGlite in a folder of this machine. */
export type Target = { kind: 'server'; url: string } | { kind: 'embedded'; dir: string }

export type Db = PrismaClient
/** Inside `db().$transaction(async (tx) => …)`. Use nothing but `tx` there: PGlite has one connection. */
export type Tx = Prisma.TransactionClient

/** One connection, for what Prisma's client has no words for: scripts, session locks, copies of whole tables. */
export type Connection = {
  query(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>
  /** Several statements at once. */
  script(sql: string): Promise<void>
}

type Opened = {
  target: Target
  prisma: PrismaClient
  prepared: PreparedStatements
  pglite: PGlite | null
  close(): Promise<void>
}

// On globalThis, because Next loads this module more than once in a process and PGlite may be opened only once.
const held = globalThis as typeof globalThis & { bilimDatabase?: Opened }

// PGlite runs one transaction at a time, so waiting for a turn is normal there.
const TRANSACTION = { maxWait: 15_000, timeout: 30_000 }

export function db(): Db {
  return opened().prisma
}

export function prepared(): PreparedStatements {
  return opened().prepared
}

export async function closeDb(): Promise<void> {
  const open = held.bilimDatabase
  delete held.bilimDatabase
  await open?.close()
}

/** Opens the database that this process uses from now on. The app never calls it: `db()` follows the environment. */
export function openDb(target: Target): Db {
  if (held.bilimDatabase) throw new Error('The database is open already.')
  held.bilimDatabase = target.kind === 'server' ? openServer(target) : openEmbedded(target)
  return held.bilimDatabase.prisma
}

export async function withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const { target, pglite } = opened()
  if (pglite) {
    return work({
      query: async (sql, parameters) => (await pglite.query<Record<string, unknown>>(sql, parameters)).rows,
      script: async (sql) => void (await pglite.exec(sql)),
    })
  }
  const client = new Client({ connectionString: target.kind === 'server' ? target.url : '' })
  await client.connect()
  try {
    return await work({
      query: async (sql, parameters) => (await client.query(sql, parameters)).rows,
      script: async (sql) => void (await client.query(sql)),
    })
  } finally {
    await client.end()
  }
}

function opened(): Opened {
  if (!held.bilimDatabase) openDb(targetOfEnvironment())
  const open = held.bilimDatabase
  if (!open) throw new Error('The database did not open.')
  return open
}

function targetOfEnvironment(): Target {
  if (env.NEXT_PHASE === 'phase-production-build') throw new Error('The build must not open the database.')
  return env.DATABASE_URL ? { kind: 'server', url: env.DATABASE_URL } : { kind: 'embedded', dir: env.BILIM_DATA_DIR }
}

function openServer(target: Target & { kind: 'server' }): Opened {
  const pool = new Pool({ connectionString: target.url })
  // An idle connection that the server ends (restart, failover) must not end this process; the pool opens another.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION })
  return {
    target,
    prisma,
    prepared: preparedOnServer(pool),
    pglite: null,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

// PostgreSQL's 128 MB of shared buffers are resident from the start here, and the operating system caches the files as well.
const START_PARAMS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB']

/** PGlite's own way writes an upload of a megabyte digit by digit which blocks the process for a third of a second. */
const bytesInHex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

function openEmbedded(target: Target & { kind: 'embedded' }): Opened {
  const release = lockData(target.dir)
  process.once('exit', release)
  const pglite = new PGlite(join(target.dir, 'pg'), {
    extensions: { pg_trgm },
    startParams: START_PARAMS,
    serializers: { [types.BYTEA]: bytesInHex },
  })
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions: TRANSACTION })
  return {
    target,
    prisma,
    prepared: preparedOnPglite(pglite),
    pglite,
    async close() {
      await prisma.$disconnect()
      await pglite.close()
      process.off('exit', release)
      release()
    },
  }
}
