import 'server-only'
import { DeckId, FactId, ItemId } from '../../core/ids'
import { CARD_TYPES } from '../../core/item/card'
import type { Viewer } from '../../core/people/viewer'
import type { ItemType } from '../../core/question-types/registry'
import {
  firstHighlight,
  HIGHLIGHT_END,
  HIGHLIGHT_START,
  type HighlightPiece,
  highlightPieces,
  sentenceStart,
  stretchAround,
  withPoints,
} from '../../core/shared/search-words'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo } from '../decks/deck-access'

/** A deck that the viewer may search; `mayEdit` also by the keys of its questions. */
export type SearchableDeck = {
  readonly id: DeckId
  readonly documentId: string
  readonly title: string
  readonly mayEdit: boolean
}

/** The viewer's own first: of two decks of one document a passage leads to theirs. */
export async function searchableDecks(viewer: Viewer | null): Promise<readonly SearchableDeck[]> {
  const rows = await db().deck.findMany({
    where: decksVisibleTo(viewer),
    orderBy: { createdAt: 'desc' },
    select: { id: true, documentId: true, title: true, ownerId: true },
  })
  const decks = rows.map(({ ownerId, ...deck }) => ({
    ...deck,
    id: DeckId.parse(deck.id),
    mayEdit: viewer !== null && ownerId === viewer.learnerId,
  }))
  return [...decks.filter(({ mayEdit }) => mayEdit), ...decks.filter(({ mayEdit }) => !mayEdit)]
}

type Range = { readonly from: number; readonly most: number }

/** A very common word does not rank anything: of the rows that have it so many are ranked. */
const MOST_RANKED = 1_000
/** For `ts_headline`: the whole text, with the words that were found between signs that no text has. */
export const HEADLINE_OPTIONS = `HighlightAll=true, StartSel=${HIGHLIGHT_START}, StopSel=${HIGHLIGHT_END}`

export type ItemHit = {
  readonly itemId: ItemId
  readonly deckId: DeckId
  readonly type: ItemType
  readonly stem: readonly HighlightPiece[]
  /** Null where the viewer may not edit the deck and the item is a question. */
  readonly key: readonly HighlightPiece[] | null
  /** By which it is studied; null for what is asked in quizzes only, and for what the deck shows no card of. */
  readonly factId: FactId | null
}

/**
 * Items as the decks show them to their viewer, best first. Who may not edit a deck finds its questions by their stems
 * alone: `open` holds nothing else of them (docs/decisions/0005, 0024).
 */
export async function findItems(
  decks: readonly SearchableDeck[],
  typed: string,
  { from, most }: Range,
): Promise<readonly ItemHit[]> {
  // Made into a constant before the plan is, so that the plan knows how common the words are.
  const query = Prisma.sql`search_query(${typed})`
  const ids = decks.map(({ id }) => id)
  const documents = decks.map(({ documentId }) => documentId)
  const edits = decks.map(({ mayEdit }) => mayEdit)
  const kept = hitsIn(
    'whole',
    query,
    documents.filter((_, at) => edits[at]),
  )
  const others = hitsIn(
    'open',
    query,
    documents.filter((_, at) => !edits[at]),
  )
  const rows = await db().$queryRaw<ItemRow[]>`
    WITH deck AS (
      SELECT * FROM unnest(${ids}::uuid[], ${documents}::uuid[], ${edits}::bool[]) AS d(id, "documentId", "mayEdit")
    ),
    found AS (
      SELECT *, true AS "mayEdit" FROM (${kept}) AS kept UNION ALL SELECT *, false FROM (${others}) AS others
    ),
    -- Each is looked up by its keys: a plan that hashes whole tables costs more the more others have.
    shown AS (
      SELECT item.id AS "itemId", deck.id AS "deckId", item.type, found."revisionId", found."documentId",
        deck."mayEdit" OR item.type = 'flashcard' AS "isOpen",
        row_number() OVER (ORDER BY found.rank DESC, item.position, item.id, deck.id) AS place
      FROM found
      JOIN deck ON deck."documentId" = found."documentId" AND deck."mayEdit" = found."mayEdit"
      CROSS JOIN LATERAL (
        SELECT item.* FROM "Revision" revision JOIN "Item" item ON item.id = revision."itemId"
        WHERE revision.id = found."revisionId" LIMIT 1
      ) item
      CROSS JOIN LATERAL (
        SELECT * FROM "DeckItem" x WHERE x."deckId" = deck.id AND x."itemId" = item.id LIMIT 1
      ) listed
      WHERE found."revisionId" = listed."revisionId" AND (listed."isShown" OR (deck."mayEdit" AND NOT item.retired))
      ORDER BY place LIMIT ${most} OFFSET ${from}
    )
    SELECT shown."itemId", shown."deckId", shown.type,
      ts_headline(config, revision.stem, ${query}, ${HEADLINE_OPTIONS}) AS stem,
      CASE WHEN "isOpen" THEN ts_headline(config, revision."keyText", ${query}, ${HEADLINE_OPTIONS}) END AS key,
      (
        SELECT asked."factId" FROM "ItemFact" asked
        JOIN "DeckFact" studied ON studied."deckId" = shown."deckId" AND studied."factId" = asked."factId" AND studied."hasCard"
        WHERE asked."itemId" = shown."itemId" AND asked.slot = 0
      ) AS "factId"
    FROM shown
    JOIN "Revision" revision ON revision.id = shown."revisionId"
    JOIN "Document" document ON document.id = shown."documentId",
    LATERAL search_config(document.language) AS config
    ORDER BY shown.place`
  return rows.map(itemHit)
}

/**
 * Revisions that have the words, with their ranks. A word that few have is looked up by itself, a common one among the
 * documents: which it is shows when those that have it are counted, up to as many as are ranked.
 */
function hitsIn(vector: 'whole' | 'open', query: Prisma.Sql, documents: readonly string[]): Prisma.Sql {
  const words = Prisma.raw(`"${vector}"`)
  const rank = Prisma.sql`"revisionId", "documentId", ts_rank(${words}, ${query}, 1) AS rank`
  const isTheirs = Prisma.sql`"documentId" = ANY(${[...documents]}::uuid[])`
  return Prisma.sql`
    WITH having_them AS MATERIALIZED (
      SELECT "revisionId", "documentId", ${words} FROM "SearchItem"
      WHERE ${words} @@ ${query} AND ${documents.length > 0} LIMIT ${MOST_RANKED + 1}
    )
    SELECT ${rank} FROM having_them WHERE ${isTheirs} AND (SELECT count(*) FROM having_them) <= ${MOST_RANKED}
    UNION ALL
    SELECT ${rank} FROM "SearchItem"
    WHERE ${words} @@ ${query} AND ${isTheirs} AND (SELECT count(*) FROM having_them) > ${MOST_RANKED}
    LIMIT ${MOST_RANKED}`
}

type ItemRow = { itemId: string; deckId: string; type: string; stem: string; key: string | null; factId: string | null }

function itemHit({ itemId, deckId, type, stem, key, factId }: ItemRow): ItemHit {
  const isCard = CARD_TYPES.some((cardType) => cardType === type)
  return {
    itemId: ItemId.parse(itemId),
    deckId: DeckId.parse(deckId),
    type: type as ItemType,
    stem: highlightPieces(stem),
    key: key === null ? null : highlightPieces(key),
    factId: isCard && factId ? FactId.parse(factId) : null,
  }
}

export type PassageHit = {
  readonly deckId: DeckId
  /** Of the sentence with the first highlighted word, in UTF-16 code units of the document's text. */
  readonly at: number
  /** Empty for a passage before any heading, and for a heading. */
  readonly heading: string
  readonly text: readonly HighlightPiece[]
  /** Whether the passage has more text before it, and after. */
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

/** Passages of the documents of the decks, best first, with the words highlighted. */
export async function findPassages(
  decks: readonly SearchableDeck[],
  typed: string,
  { from, most }: Range,
): Promise<readonly PassageHit[]> {
  const query = Prisma.sql`search_query(${typed})`
  // Of two decks of one document the first.
  const byDocument = new Map([...decks].reverse().map((deck) => [deck.documentId, deck]))
  const rows = await db().$queryRaw<PassageRow[]>`
    WITH found AS (
      SELECT "documentId", position, ts_rank(words, ${query}, 1) AS rank FROM "SearchPassage"
      WHERE words @@ ${query} AND "documentId" = ANY(${[...byDocument.keys()]}::uuid[]) LIMIT ${MOST_RANKED}
    ),
    best AS (SELECT * FROM found ORDER BY rank DESC, "documentId", position LIMIT ${most} OFFSET ${from})
    SELECT "documentId", passage.start, passage.heading, passage.text,
      ts_headline(search_config(document.language), passage.text, ${query}, ${HEADLINE_OPTIONS}) AS marked
    FROM best
    JOIN "SearchPassage" passage USING ("documentId", position)
    JOIN "Document" document ON document.id = "documentId"
    ORDER BY rank DESC, "documentId", position`
  return rows.flatMap((row) => {
    const deck = byDocument.get(row.documentId)
    return deck ? [passageHit(deck.id, row)] : []
  })
}

type PassageRow = { documentId: string; start: number; heading: string; text: string; marked: string }

function passageHit(deckId: DeckId, { start, heading, text, marked }: PassageRow): PassageHit {
  const pieces = highlightPieces(marked)
  // `ts_headline` drops HTML tags; then positions in its text are not those of the passage.
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
