import 'server-only'
import { closestWord } from '../../core/document/closest-word'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { hasTrigrams } from '../instance/allow-typos'
import type { SearchableDeck } from './searchable-decks'

// A sentence may be typed; more words than these are nobody's typing error.
const MOST_WORDS = 8
const CANDIDATES = 12
/** Their words are compared one by one in some milliseconds; of more, the index by trigrams finds those that are near. */
const FEW_DOCUMENTS = 20

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
  const isTheirs = Prisma.sql`"documentId" = ANY(${[...documents]}::uuid[])`
  const isNear = Prisma.sql`(word % ${word} OR word = ${word})`
  // A planner without statistics does not know which of the two leaves less to look at.
  const [first, then] = documents.length > FEW_DOCUMENTS ? [isNear, isTheirs] : [isTheirs, isNear]
  const rows = await db().$queryRaw<{ word: string }[]>`
    SELECT word FROM (
      SELECT DISTINCT word FROM (SELECT * FROM "SearchWord" WHERE ${first} OFFSET 0) AS candidate WHERE ${then}
    ) AS near
    ORDER BY word = ${word} DESC, word_similarity(${word}, word) + similarity(${word}, word) DESC, word
    LIMIT ${CANDIDATES}`
  return rows.map((row) => row.word)
}
