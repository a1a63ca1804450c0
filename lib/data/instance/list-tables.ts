import 'server-only'
import type { Connection } from '../../db'

export type Table = {
  readonly name: string
  /** Columns that point at another row of the same table. */
  readonly selfReferences: readonly string[]
}

/**
 * Every table of ours as the database itself names them, each after those that it refers to. Those of search are left out:
 * they are made from the others again.
 */
export async function listTables({ query }: Connection): Promise<Table[]> {
  const tables = await query(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
       AND c.relname NOT LIKE 'Search%'
     ORDER BY c.relname`,
  )
  const references = await query(
    `SELECT s.relname AS source, t.relname AS target, a.attname AS column
     FROM pg_constraint f
     JOIN pg_class s ON s.oid = f.conrelid
     JOIN pg_class t ON t.oid = f.confrelid
     JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
     WHERE f.contype = 'f' AND s.relnamespace = 'public'::regnamespace`,
  )
  const names = tables.map(({ name }) => String(name))
  const pairs = references.map(({ source, target, column }) => ({
    source: String(source),
    target: String(target),
    column: String(column),
  }))
  return inOrder(names, pairs).map((name) => ({
    name,
    selfReferences: pairs
      .filter(({ source, target }) => source === name && target === name)
      .map(({ column }) => column),
  }))
}

function inOrder(names: readonly string[], pairs: readonly { source: string; target: string }[]): string[] {
  const placed: string[] = []
  const left = new Set(names)
  const waitsFor = (name: string) =>
    pairs.some(({ source, target }) => source === name && target !== name && left.has(target))
  while (left.size > 0) {
    const ready = [...left].filter((name) => !waitsFor(name))
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...left].join(', ')}.`)
    placed.push(...ready)
    for (const name of ready) left.delete(name)
  }
  return placed
}
