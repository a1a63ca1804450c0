import 'server-only'
import { closestWord } from '../../core/document/closest-word'
import { db } from '../../db'
import { hasTrigrams } from '../instance/allow-typos'
import type { SearchableDeck } from './searchable-decks'

// A sentence may be typed; more words than these are nobody's typing error.
const MOST_WORDS = 8
const CANDIDATES = 12

/**
 * What was typed, with each word that no text of the decks has replaced by the nearest that one has; null where there is
 * nothing to replace. Only words that the viewer may read are offered.
 */
export async function mendTypos(decks: readonly SearchableDeck[], typed: string): Promise<string | null> {
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
