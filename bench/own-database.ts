import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** A database for one measure, empty. */
export async function ownDatabase(postgres: string): Promise<string> {
  const name = `bilim_bench_${randomBytes(4).toString('hex')}`
  const client = new Client(postgres)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return Object.assign(new URL(postgres), { pathname: `/${name}` }).href
}
