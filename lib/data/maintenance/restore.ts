import 'server-only'
import { z } from 'zod'
import { type Connection, withConnection } from '../../db'
import { type BackupEnd, listMigrations, listTables, type Table } from './backup'

export type RestoreRefusal = 'not-empty' | 'not-a-backup' | 'other-version' | 'incomplete'
export type Restored =
  | { readonly kind: 'restored'; readonly counts: BackupEnd['counts'] }
  | { readonly kind: 'rejected'; readonly reason: RestoreRefusal }

const Head = z.object({ bilim: z.literal(1), madeAt: z.string(), migrations: z.array(z.string()) })
const End = z.object({ counts: z.record(z.string(), z.number()) })
const Row = z.tuple([z.string(), z.record(z.string(), z.unknown())])
type RowValues = z.infer<typeof Row>[1]

const BATCH = 500

/** Puts a backup into a migrated, empty database: all of it or, after any refusal or error, nothing. */
export async function restore(lines: AsyncIterable<string>): Promise<Restored> {
  return withConnection(async (connection) => {
    await connection.script('BEGIN')
    let result: Restored | undefined
    try {
      result = await fill(connection, lines)
      return result
    } finally {
      await connection.script(result?.kind === 'restored' ? 'COMMIT' : 'ROLLBACK')
    }
  })
}

async function fill(connection: Connection, lines: AsyncIterable<string>): Promise<Restored> {
  const tables = await listTables(connection)
  if (await hasRows(connection, tables)) return reject('not-empty')
  const writer = createRowWriter(connection, tables)
  let isHeadSeen = false
  for await (const line of lines) {
    const read = readJson(line)
    const end = isHeadSeen ? await take(writer, read) : await checkHead(connection, read)
    if (end) return end
    isHeadSeen = true
  }
  return reject(isHeadSeen ? 'incomplete' : 'not-a-backup')
}

async function checkHead(connection: Connection, read: unknown): Promise<Restored | null> {
  const head = Head.safeParse(read).data
  if (!head) return reject('not-a-backup')
  const here = await listMigrations(connection)
  return here.join() === head.migrations.join() ? null : reject('other-version')
}

/** A row is kept; the last line, or one that is neither, ends the reading. */
async function take(writer: RowWriter, read: unknown): Promise<Restored | null> {
  const row = Row.safeParse(read).data
  if (row && writer.hasTable(row[0])) {
    await writer.add(...row)
    return null
  }
  const end = End.safeParse(read).data
  if (!end) return reject('not-a-backup')
  const counts = await writer.finish()
  return isSame(counts, end.counts) ? { kind: 'restored', counts } : reject('incomplete')
}

type RowWriter = ReturnType<typeof createRowWriter>

/**
 * Collects the rows of one table after the other and writes them in batches. What search looks into is in no backup: a trigger
 * adds the words of items, and texts follow when somebody searches (docs/decisions/0024).
 */
function createRowWriter(connection: Connection, tables: readonly Table[]) {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const counts: Record<string, number> = Object.fromEntries(tables.map(({ name }) => [name, 0]))
  const later: { table: string; id: unknown; column: string; value: unknown }[] = []
  let batch: RowValues[] = []
  let current = ''

  async function write(): Promise<void> {
    if (batch.length > 0) await insert(connection, current, batch)
    batch = []
  }
  return {
    hasTable: (name: string) => byName.has(name),
    async add(name: string, row: RowValues): Promise<void> {
      if (name !== current || batch.length >= BATCH) await write()
      current = name
      counts[name] = (counts[name] ?? 0) + 1
      const kept = { ...row }
      // The row that it points at may come after it.
      for (const column of byName.get(name)?.selfReferences ?? []) {
        if (kept[column] !== null) later.push({ table: name, id: row.id, column, value: kept[column] })
        kept[column] = null
      }
      batch.push(kept)
    },
    async finish(): Promise<Record<string, number>> {
      await write()
      for (const { table, id, column, value } of later) {
        await connection.query(`UPDATE "${table}" SET "${column}" = $1 WHERE id = $2`, [value, id])
      }
      return counts
    },
  }
}

// Names are those of this database's own catalogue, never the file's.
async function insert({ query }: Connection, table: string, rows: readonly RowValues[]): Promise<void> {
  await query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`, [
    JSON.stringify(rows),
  ])
}

async function hasRows({ query }: Connection, tables: readonly Table[]): Promise<boolean> {
  for (const { name } of tables) {
    const [row] = await query(`SELECT EXISTS (SELECT 1 FROM "${name}") AS filled`)
    if (row?.filled === true) return true
  }
  return false
}

function readJson(line: unknown): unknown {
  try {
    return JSON.parse(String(line))
  } catch {
    return null
  }
}

function isSame(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? 0) === (b[name] ?? 0))
}

function reject(reason: RestoreRefusal): Restored {
  return { kind: 'rejected', reason }
}
