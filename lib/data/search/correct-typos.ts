import 'server-only'
import { closestWord } from '../../core/shared/search-words'
import { type Connection, db } from '../../db'
import type { SearchableDeck } from './find-hits'

// Somebody may type a sentence; only its first words are corrected.
const MOST_WORDS = 8
const CANDIDATES = 12

/**
 * What was typed, with each word that no text of the decks has replaced by the nearest that one has; null where there is
 * nothing to replace. Only words that the viewer may read are offered.
 */
export async function correctTypos(decks: readonly SearchableDeck[], typed: string): Promise<string | null> {
  const query = (sql: string) => db().$queryRawUnsafe<Record<string, unknown>[]>(sql)
  if (!(await hasTrigrams({ query }))) return null
  const documents = [...new Set(decks.map(({ documentId }) => documentId))]
  const words = [...new Set(typed.toLowerCase().match(/[\p{L}\p{M}]{3,40}/gu) ?? [])].slice(0, MOST_WORDS)
  let mended = typed.toLowerCase()
  for (const word of words) {
    const nearest = closestWord(word, await nearWords(documents, word))
    if (nearest && nearest !== word) mended = mended.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'), nearest)
  }
  return mended === typed.toLowerCase() ? null : mended
}

async function nearWords(documents: readonly string[], word: string): Promise<readonly string[]> {
  const rows = await db().$queryRaw<{ word: string }[]>`
    SELECT word FROM (
      SELECT DISTINCT word FROM "SearchWord"
      WHERE "documentId" = ANY(${[...documents]}::uuid[]) AND (word % ${word} OR word = ${word})
        AND search_may_mean(word, ${word})
    ) AS near
    ORDER BY word = ${word} DESC, word_similarity(${word}, word) + similarity(${word}, word) DESC, word
    LIMIT ${CANDIDATES}`
  return rows.map((row) => row.word)
}

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
