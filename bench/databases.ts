import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'

/** A new empty database of a PostgreSQL server, for one measure; returns its address. */
export async function createDatabase(postgres: string): Promise<string> {
  const name = `bilim_bench_${randomBytes(4).toString('hex')}`
  const client = new Client(postgres)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return Object.assign(new URL(postgres), { pathname: `/${name}` }).href
}

/** Opens the embedded database of a stopped server for some work, and closes it. */
export async function withPglite<T>(dataDir: string, work: (pglite: PGlite) => Promise<T>): Promise<T> {
  const pglite = new PGlite(join(dataDir, 'pg'))
  try {
    return await work(pglite)
  } finally {
    await pglite.close()
  }
}
