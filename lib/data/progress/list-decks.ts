import 'server-only'
import { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { visibleDeckIds } from '../decks/deck-access'
import { listDecksToCheck } from '../decks/needs-check'
import { countDueByDeck } from '../study/find-due-facts'
import { isSetAside } from '../study/study-scope'
import { type DeckMastery, deckMastery, NO_MASTERY } from './deck-mastery'

/** A deck as one line of a list. */
export type DeckLine = {
  readonly id: DeckId
  readonly title: string
  readonly mayEdit: boolean
  readonly shipped: boolean
  readonly facts: number
  /** Of the viewer's own deck: items that wait to be checked. */
  readonly toReview: number
  readonly mastery: DeckMastery
  /** To review today, those on their steps among them. */
  readonly due: number
  /** Facts never seen that have a card. The daily limit is not applied here. */
  readonly new: number
  readonly lastStudied: Date | null
  readonly isGenerating: boolean
}

export type DeckPage = { readonly decks: readonly DeckLine[]; readonly more: boolean }

type Row = {
  readonly id: string
  readonly title: string
  readonly ownerId: string | null
  readonly documentId: string
  readonly facts: number
  readonly cards: number
  readonly met: number
  readonly lastStudied: Date | null
  readonly isGenerating: boolean
}

/** What the viewer may study, or of it what they tagged so, a page at a time: last studied first, then those not begun, of these what is shipped last. */
export async function listDecks(
  viewer: Viewer | null,
  { from, size, tag = null }: { from: number; size: number; tag?: string | null },
  now: Date,
): Promise<DeckPage> {
  const rows = await readRows(viewer, tag, from, size + 1)
  const shown = rows.slice(0, size)
  const ids = shown.map(({ id }) => id)
  const [masteries, due, aside, toCheck] = await Promise.all([
    deckMastery(viewer, shown, now),
    countDueByDeck(viewer, ids, now),
    countNewAside(viewer, ids, now),
    viewer ? listDecksToCheck(viewer) : [],
  ])
  const decks = shown.map((row): DeckLine => {
    const { id, title, ownerId, facts, lastStudied, isGenerating } = row
    return {
      ...{ id: DeckId.parse(id), title, facts, lastStudied, isGenerating, shipped: ownerId === null },
      mayEdit: viewer !== null && ownerId === viewer.learnerId,
      toReview: toCheck.find(({ deckId }) => deckId === id)?.items ?? 0,
      mastery: masteries.get(id) ?? NO_MASTERY,
      due: due.get(id) ?? 0,
      new: row.cards - row.met - (aside.get(id) ?? 0),
    }
  })
  return { decks, more: rows.length > size }
}

/** How many there are in all pages. */
export async function countDecks(viewer: Viewer | null, tag: string | null): Promise<number> {
  const [row] = await db().$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM "Deck" d WHERE ${isListed(viewer, tag)}`
  return row?.n ?? 0
}

function readRows(viewer: Viewer | null, tag: string | null, from: number, count: number): Promise<Row[]> {
  const own = viewer ? Prisma.sql`p."learnerId" = ${viewer.learnerId}::uuid` : Prisma.sql`FALSE`
  return db().$queryRaw<Row[]>`
    SELECT d."id", d."title", d."ownerId", d."documentId", d."facts", d."cards", coalesce(p."met", 0) AS "met",
      p."lastStudied", EXISTS (
        SELECT 1 FROM "GenerationJob" j WHERE j."documentId" = d."documentId" AND j."state" IN ('queued', 'running')
      ) AS "isGenerating"
    FROM "Deck" d LEFT JOIN "DeckProgress" p ON p."deckId" = d."id" AND ${own}
    WHERE ${isListed(viewer, tag)}
    ORDER BY p."lastStudied" DESC NULLS LAST, d."ownerId" IS NULL, d."createdAt" DESC, d."id"
    LIMIT ${count} OFFSET ${from}`
}

function isListed(viewer: Viewer | null, tag: string | null): Prisma.Sql {
  return Prisma.sql`d."id" IN (${visibleDeckIds(viewer)}) ${tag === null ? Prisma.empty : underTag(viewer, tag)}`
}

function underTag(viewer: Viewer | null, name: string): Prisma.Sql {
  return Prisma.sql`AND d."id" IN (
    SELECT "deckId" FROM "DeckTag" WHERE "learnerId" = ${viewer?.learnerId ?? null}::uuid AND "name" = ${name})`
}

/** New facts that are set aside, by deck. */
async function countNewAside(viewer: Viewer | null, deckIds: readonly string[], now: Date) {
  if (!viewer || deckIds.length === 0) return new Map<string, number>()
  const rows = await db().$queryRaw<{ deckId: string; n: number }[]>`
    SELECT x."deckId", count(*)::int AS n
    FROM "FactFlag" k JOIN "DeckFact" x ON x."factId" = k."factId" AND x."hasCard"
    WHERE k."learnerId" = ${viewer.learnerId}::uuid AND ${isSetAside(now)}
      AND x."deckId" = ANY (${[...deckIds]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "Memory" m WHERE m."learnerId" = k."learnerId" AND m."factId" = k."factId")
    GROUP BY 1`
  return new Map(rows.map(({ deckId, n }) => [deckId, n]))
}
