import 'server-only'
import type { Connection } from '../../db'

const INDEX = 'CREATE INDEX IF NOT EXISTS "SearchWord_word_idx" ON "SearchWord" USING GIN (word gin_trgm_ops)'

/**
 * Search finds what a misspelt word may have meant by pg_trgm. PostgreSQL ships it, but a role that does not own the
 * database may not be allowed to switch it on: then search takes words as they are typed, and nothing else is missing.
 */
export async function allowTypos(connection: Connection): Promise<boolean> {
  try {
    // Asked first, because a role without the right to create it fails even when it is there.
    if (!(await hasTrigrams(connection))) await connection.script('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    await connection.script(INDEX)
    return true
  } catch {
    return false
  }
}

export async function hasTrigrams({ query }: Pick<Connection, 'query'>): Promise<boolean> {
  const rows = await query(`SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'`)
  return rows.length > 0
}
