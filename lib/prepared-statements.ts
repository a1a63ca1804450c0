import 'server-only'
import { type PGlite, protocol } from '@electric-sql/pglite'
import type { Pool, PoolClient } from 'pg'
import { MINUTE_MS } from './core/shared/time'
import type { Prisma } from './generated/prisma/client'

/**
 * Runs one statement. Its values are strings, lists of strings without commas, or null. The answer is the first column of
 * its first row, which is JSON; null without a row. A name belongs to one text.
 */
export type Run = (name: string, sql: Prisma.Sql) => Promise<unknown>

/**
 * Statements that are parsed and planned once a connection, past Prisma's client: for what runs with every request or rating
 * (docs/decisions/0031).
 */
export type PreparedStatements = {
  /** By itself. */
  readonly run: Run
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>
}

/** The same statements inside a transaction of Prisma's client. */
export function runIn(tx: Prisma.TransactionClient): Run {
  return async (_, sql) => {
    const [row] = await tx.$queryRaw<Record<string, unknown>[]>(sql)
    return row ? (Object.values(row)[0] ?? null) : null
  }
}

// Lists of unknown length make PostgreSQL plan these statements anew each time, which takes longer than they do.
const BEGIN = 'BEGIN; SET LOCAL plan_cache_mode = force_generic_plan'

export function preparedOnServer(pool: Pool): PreparedStatements {
  const runOn =
    (client: Pool | PoolClient): Run =>
    async (name, { text, values }) => {
      const { rows } = await client.query({ name, text, values: values.map(written), rowMode: 'array' })
      return rows[0]?.[0] ?? null
    }
  return {
    run: runOn(pool),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query(BEGIN)
        const result = await work(runOn(client))
        await client.query('COMMIT')
        client.release()
        return result
      } catch (error) {
        // A connection that cannot even take back is not used again.
        const isLost = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
        client.release(isLost)
        throw error
      }
    },
  }
}

/**
 * The embedded database gathers no statistics by itself, so a plan that was made while a table was small would be kept while it
 * grows: after this time a statement is prepared anew.
 */
const PLANS_LAST_MS = 5 * MINUTE_MS

export function preparedOnPglite(pglite: PGlite): PreparedStatements {
  const { serialize } = protocol
  const preparedAt = new Map<string, number>()
  // Each call into the database costs more than most statements, so all messages of one go together.
  const send = (messages: readonly Uint8Array[]) => pglite.execProtocol(Buffer.concat([...messages, serialize.sync()]))
  const prepare = async (name: string, text: string) => {
    const now = performance.now()
    const since = preparedAt.get(name)
    if (since !== undefined && now - since < PLANS_LAST_MS) return
    const closed = since === undefined ? [] : [serialize.close({ type: 'S', name })]
    await send([...closed, serialize.parse({ name, text })])
    preparedAt.set(name, now)
  }
  const run: Run = async (name, { text, values }) => {
    await prepare(name, text)
    const bound = serialize.bind({ statement: name, values: values.map(written) })
    const { messages } = await send([bound, serialize.execute({})])
    const row = messages.find((message) => message.name === 'dataRow')
    const [answer] = row && 'fields' in row && Array.isArray(row.fields) ? row.fields : []
    return typeof answer === 'string' && answer !== '' ? JSON.parse(answer) : null
  }
  // One connection: this waits for any open transaction on it.
  return {
    run: (name, sql) => pglite._runExclusiveTransaction(() => run(name, sql)),
    transaction: (work) =>
      pglite._runExclusiveTransaction(async () => {
        await send([serialize.query(BEGIN)])
        try {
          const result = await work(run)
          await send([serialize.query('COMMIT')])
          return result
        } catch (error) {
          await send([serialize.query('ROLLBACK')])
          throw error
        }
      }),
  }
}

function written(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value
  if (Array.isArray(value)) return `{${value.join(',')}}`
  throw new TypeError(`A prepared statement takes strings, not ${typeof value}.`)
}
