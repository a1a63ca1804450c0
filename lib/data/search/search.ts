import 'server-only'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { SEARCH_CHARACTERS } from '../../core/shared/input-limits'
import { type HighlightPiece, highlightPieces } from '../../core/shared/search-words'
import { db } from '../../db'
import { correctTypos } from './correct-typos'
import {
  findItems,
  findPassages,
  HEADLINE_OPTIONS,
  type ItemHit,
  type PassageHit,
  type SearchableDeck,
  searchableDecks,
} from './find-hits'
import { indexMissing } from './index-text'

export const KINDS = ['items', 'passages'] as const
export type SearchKind = (typeof KINDS)[number]

/** A few of everything, or a page (from 1) of one kind. */
export type SearchPlace = { readonly kind: SearchKind | null; readonly page: number }

type DeckHit = { readonly deckId: DeckId; readonly title: readonly HighlightPiece[] }
type Hits<Hit> = { readonly hits: readonly Hit[]; readonly more: boolean }

export type Found = {
  /** As it was looked for, or as it was understood when nothing has what was typed. */
  readonly words: string
  readonly mended: boolean
  readonly decks: readonly DeckHit[]
  readonly items: Hits<ItemHit>
  readonly passages: Hits<PassageHit>
  /** Of the decks that are named above. */
  readonly titles: ReadonlyMap<DeckId, string>
}

const A_FEW = 5
const A_PAGE = 20
const MOST_DECKS = 5

/** What somebody typed, as the database takes it: it knows no NUL and no half of a letter. */
export function searchWords(typed: string): string {
  return typed
    .slice(0, SEARCH_CHARACTERS.used)
    .replaceAll(/[\p{Cs}\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Over all items and documents that the viewer may see. Any string is answered; where nothing has its words, those nearest. */
export async function search(
  viewer: Viewer | null,
  typed: string,
  place: SearchPlace = { kind: null, page: 1 },
): Promise<Found> {
  const words = searchWords(typed)
  const decks = words ? await searchableDecks(viewer) : []
  if (decks.length === 0) return { ...NOTHING, words, titles: new Map() }
  await indexMissing([...new Set(decks.map(({ documentId }) => documentId))])
  const found = await find(decks, words, place)
  if (!isEmpty(found)) return { ...found, words, mended: false }
  const mended = await correctTypos(decks, words)
  const instead = mended ? await find(decks, mended, place) : found
  if (!mended || isEmpty(instead)) return { ...found, words, mended: false }
  return { ...instead, words: mended, mended: true }
}

const NOTHING = {
  mended: false,
  decks: [],
  items: { hits: [], more: false },
  passages: { hits: [], more: false },
} satisfies Partial<Found>

const isEmpty = ({ decks, items, passages }: Pick<Found, 'decks' | 'items' | 'passages'>) =>
  decks.length + items.hits.length + passages.hits.length === 0

async function find(decks: readonly SearchableDeck[], words: string, { kind, page }: SearchPlace) {
  const most = kind ? A_PAGE : A_FEW
  // One more than is shown tells whether there are more.
  const range = { from: (page - 1) * A_PAGE, most: most + 1 }
  const items = kind === 'passages' ? [] : await findItems(decks, words, range)
  const passages = kind === 'items' ? [] : await findPassages(decks, words, range)
  return {
    decks: kind ? [] : await findDecks(decks, words),
    items: { hits: items.slice(0, most), more: items.length > most },
    passages: { hits: passages.slice(0, most), more: passages.length > most },
    titles: new Map(decks.map(({ id, title }) => [id, title])),
  }
}

/** By their titles; there are never many. */
async function findDecks(decks: readonly SearchableDeck[], words: string): Promise<readonly DeckHit[]> {
  const ids = decks.map(({ id }) => id)
  const rows = await db().$queryRaw<{ at: number; title: string }[]>`
    SELECT at::int - 1 AS at, ts_headline('english', deck.title, query, ${HEADLINE_OPTIONS}) AS title
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS given(id, at)
    JOIN "Deck" deck USING (id), search_query(${words}) AS query,
    LATERAL (SELECT to_tsvector('english', deck.title) || to_tsvector('simple', deck.title) AS words) AS named
    WHERE named.words @@ query
    ORDER BY ts_rank(named.words, query, 1) DESC, at LIMIT ${MOST_DECKS}`
  return rows.flatMap(({ at, title }) => {
    const deck = decks[at]
    return deck ? [{ deckId: deck.id, title: highlightPieces(title) }] : []
  })
}
