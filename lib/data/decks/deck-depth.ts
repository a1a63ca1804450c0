import 'server-only'
import type { Depth } from '../../core/generation/depth'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksEditableBy } from './deck-access'
import { refreshDeckFacts } from './refresh-deck-facts'

type DepthCount = {
  /** Items that learners meet. */
  readonly ready: number
  /** Items that wait for the author's review. */
  readonly toCheck: number
  /** Of the items that learners meet now, those that this depth hides though somebody has studied what they ask. */
  readonly hidesStudied: number
}
export type DepthCounts = { readonly depth: Depth; readonly counts: Readonly<Record<Depth, DepthCount>> }

/** What the viewer's own deck shows at each depth, exactly; null when it is not theirs. */
export async function countByDepth(viewer: Viewer, deckId: DeckId): Promise<DepthCounts | null> {
  const where = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { depth: true } })
  if (!deck) return null
  const rows = await db().$queryRaw<(DepthCount & { depth: Depth })[]>`
    SELECT at.depth::text AS depth,
      (count(*) FILTER (WHERE s.status IN ('accepted', 'ready')))::int AS ready,
      (count(*) FILTER (WHERE s.status = 'unreviewed'))::int AS "toCheck",
      (count(*) FILTER (WHERE s.status = 'beyond' AND shown."isShown" AND EXISTS (
        SELECT 1 FROM "ItemFact" l JOIN "Memory" m ON m."factId" = l."factId" WHERE l."itemId" = i.id)))::int AS "hidesStudied"
    FROM "Deck" d CROSS JOIN unnest(enum_range(NULL::"Depth")) AS at(depth)
    JOIN "Item" i ON i."documentId" = d."documentId"
    JOIN "DeckItem" shown ON shown."deckId" = d.id AND shown."itemId" = i.id
    LEFT JOIN "DeckChoice" c ON c."deckId" = d.id AND c."itemId" = i.id
    CROSS JOIN LATERAL (SELECT item_status(c.choice, i.retired, i.tier, i.depth, at.depth) AS status) s
    WHERE d.id = ${deckId}::uuid GROUP BY at.depth`
  const countAt = (depth: Depth): DepthCount => {
    const row = rows.find((counted) => counted.depth === depth)
    return { ready: row?.ready ?? 0, toCheck: row?.toCheck ?? 0, hidesStudied: row?.hidesStudied ?? 0 }
  }
  const counts = { key: countAt('key'), balanced: countAt('balanced'), everything: countAt('everything') }
  return { depth: deck.depth, counts }
}

export type DepthChanged =
  /** To undo, change it to `previous`. */
  { readonly kind: 'changed'; readonly previous: Depth } | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Shows more or fewer items of the viewer's own deck. Edits, decisions and memories stay. */
export async function changeDepth(viewer: Viewer, deckId: DeckId, depth: Depth): Promise<DepthChanged> {
  return db().$transaction(async (tx): Promise<DepthChanged> => {
    const where = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
    const deck = await tx.deck.findFirst({ where, select: { depth: true, documentId: true } })
    if (!deck) return { kind: 'rejected', reason: 'not-found' }
    await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${deck.documentId}::uuid FOR UPDATE`
    await tx.deck.updateMany({ where, data: { depth } })
    const moved = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT l."factId" AS id FROM "Item" i JOIN "ItemFact" l ON l."itemId" = i.id
      WHERE i."documentId" = ${deck.documentId}::uuid
        AND (i.depth > ${depth}::"Depth") <> (i.depth > ${deck.depth}::"Depth")`
    await refreshDeckFacts(tx, { factIds: moved.map(({ id }) => id) })
    return { kind: 'changed', previous: deck.depth }
  })
}
