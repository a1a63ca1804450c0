import 'server-only'
import { type RankedItem, rankItems } from '../../core/generation/depth'
import type { Db, Tx } from '../../db'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { chunksOf } from './remove-outdated'

// Some tens of milliseconds on the embedded database, where everybody else waits meanwhile.
const ITEMS_A_STEP = 100

/** Gives the items of a document of so many words their places by `rankItems`, in steps for short transactions. Places that stay are not written. */
export async function rankDocument(
  { id: documentId, words }: { readonly id: string; readonly words: number },
  { from, run }: { readonly from: Db | Tx; readonly run: (step: (tx: Tx) => Promise<void>) => Promise<void> },
): Promise<void> {
  const items = await loadItems(from, documentId)
  const places = rankItems(items, words)
  const changed = items.flatMap(({ id, row, rank, depth }) => {
    const place = places.get(id)
    return place && (place.rank !== rank || place.depth !== depth)
      ? [{ id: row, ...place, moved: place.depth !== depth }]
      : []
  })
  for (const step of chunksOf(changed, ITEMS_A_STEP)) await run((tx) => savePlaces(tx, step))
}

/** Ranked by content keys: two documents of one text show the same items. */
type Row = RankedItem & { readonly row: string; readonly rank: number; readonly depth: string }

async function loadItems(from: Db | Tx, documentId: string): Promise<readonly Row[]> {
  const [found] = await from.$queryRaw<{ rows: Row[] }[]>`
    SELECT COALESCE(jsonb_agg(jsonb_build_object(
      'id', item."contentKey", 'row', item.id, 'type', item.type, 'tier', item.tier, 'score', item.score, 'rank', item.rank, 'depth', item.depth,
      'factIds', asked.ids, 'start', COALESCE(asked.start, 0))), '[]') AS rows
    FROM "Item" item CROSS JOIN LATERAL (
      SELECT COALESCE(jsonb_agg(fact.id ORDER BY link.slot), '[]') AS ids, min((fact.spans -> 0 ->> 'start')::int) FILTER (WHERE link.slot = 0) AS start
      FROM "ItemFact" link JOIN "Fact" fact ON fact.id = link."factId" WHERE link."itemId" = item.id) asked
    WHERE item."documentId" = ${documentId}::uuid AND NOT item.retired`
  return found?.rows ?? []
}

type NewPlace = { readonly id: string; readonly rank: number; readonly depth: string; readonly moved: boolean }

async function savePlaces(tx: Tx, places: readonly NewPlace[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Item" AS item SET rank = made.rank, depth = made.depth::"Depth"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS made(id uuid, rank int, depth text)
    WHERE item.id = made.id`
  const moved = places.filter((place) => place.moved).map(({ id }) => id)
  if (moved.length === 0) return
  const links = await tx.itemFact.findMany({ where: { itemId: { in: moved } }, select: { factId: true } })
  await refreshDeckFacts(tx, { factIds: [...new Set(links.map(({ factId }) => factId))] })
}
