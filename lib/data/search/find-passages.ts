import 'server-only'
import type { DeckId } from '../../core/ids'
import {
  firstHighlight,
  type HighlightPiece,
  highlightPieces,
  sentenceStart,
  stretchAround,
  withPoints,
} from '../../core/shared/search-words'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { LIT_WHOLE, MOST_RANKED, type Range, type SearchableDeck } from './search-scope'

export type PassageHit = {
  readonly deckId: DeckId
  /** Of the sentence with the first lit word, in UTF-16 code units of the document's text. */
  readonly at: number
  /** Empty where it stands before any, or is one. */
  readonly heading: string
  readonly text: readonly HighlightPiece[]
  /** More of the passage stands before it, and after. */
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

/** Passages of the documents behind the decks, best first, with the words lit. */
export async function findPassages(
  decks: readonly SearchableDeck[],
  typed: string,
  { from, most }: Range,
): Promise<readonly PassageHit[]> {
  const query = Prisma.sql`search_query(${typed})`
  // Of two decks of one document the first.
  const byDocument = new Map([...decks].reverse().map((deck) => [deck.documentId, deck]))
  const rows = await db().$queryRaw<Row[]>`
    WITH found AS (
      SELECT "documentId", position, ts_rank(words, ${query}, 1) AS rank FROM "SearchPassage"
      WHERE words @@ ${query} AND "documentId" = ANY(${[...byDocument.keys()]}::uuid[]) LIMIT ${MOST_RANKED}
    ),
    best AS (SELECT * FROM found ORDER BY rank DESC, "documentId", position LIMIT ${most} OFFSET ${from})
    SELECT "documentId", passage.start, passage.heading, passage.text,
      ts_headline(search_config(document.language), passage.text, ${query}, ${LIT_WHOLE}) AS marked
    FROM best
    JOIN "SearchPassage" passage USING ("documentId", position)
    JOIN "Document" document ON document.id = "documentId"
    ORDER BY rank DESC, "documentId", position`
  return rows.flatMap((row) => {
    const deck = byDocument.get(row.documentId)
    return deck ? [hitOf(deck.id, row)] : []
  })
}

type Row = { documentId: string; start: number; heading: string; text: string; marked: string }

function hitOf(deckId: DeckId, { start, heading, text, marked }: Row): PassageHit {
  const pieces = highlightPieces(marked)
  // Marks of HTML are left out of what is marked; then its places are not those of the passage.
  const isQuoted = pieces.map((piece) => piece.text).join('') === text
  const { pieces: shown, cut } = stretchAround(pieces)
  return {
    deckId,
    at: start + sentenceStart(text, isQuoted ? firstHighlight(pieces) : 0),
    heading: heading === text ? '' : heading,
    text: cut.before ? shown : withPoints(shown),
    cut,
  }
}
