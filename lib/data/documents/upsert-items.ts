import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Item } from '../../core/item/item'
import { type Typed, write } from '../../core/question-types/registry'
import type { Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { Batch } from '../../workers/generate-in-worker'
import { revisionData, revisionOf } from '../decks/item-revisions'
import { isSameJson } from './is-same-json'
import { type BatchTarget, findItems, type KnownItem } from './rows-by-content-key'

export type PlacedItem = Batch['items'][number] & {
  /** If the item is shown, it stays shown: the engine's doubt does not make it wait for its author's review. */
  readonly staysShown?: boolean
}

type UpdatedItem = {
  readonly id: string
  readonly position: number
  readonly type: string
  readonly tier: string
  readonly finder: string
  readonly score: number
  readonly doubts: Prisma.InputJsonArray
}

/** The rows that items become, with new revisions where they say something else, and the facts whose decks must be counted again. */
export async function itemRows(tx: Tx, target: BatchTarget, placed: readonly PlacedItem[]) {
  const { documentId, engine, factIds } = target
  const known = await findItems(tx, target, placed)
  const inserted: Prisma.ItemUncheckedCreateInput[] = []
  const updated: UpdatedItem[] = []
  const revisions: Prisma.RevisionUncheckedCreateInput[] = []
  const links: Prisma.ItemFactUncheckedCreateInput[] = []
  const relinked: string[] = []
  const changedFactIds = new Set<string>()
  let changed = 0
  for (const placedItem of placed) {
    const { item } = placedItem
    const before = known.get(item.id)
    const { row, newLinks, newRevision, isRelinked } = itemRow(placedItem, before, factIds)
    revisions.push(...newRevision)
    if (isRelinked) links.push(...newLinks)
    for (const factId of factsToRefresh(before, row, newLinks, isRelinked || newRevision.length > 0))
      changedFactIds.add(factId)
    if (!before) {
      inserted.push({ ...row, ...placeOf(placedItem), documentId, contentKey: item.id, engine, retired: false })
      continue
    }
    updated.push(row)
    changed += Number(!looksTheSame(before, item))
    if (isRelinked) relinked.push(row.id)
  }
  return { inserted, updated, revisions, links, relinked, changedFactIds, changed }
}

function itemRow(placed: PlacedItem, before: KnownItem | undefined, factIds: BatchTarget['factIds']) {
  const { item, position } = placed
  const { type, finder, score, doubts } = item
  const tier = tierOf(placed, before)
  const id = before?.id ?? randomUUID()
  const row: UpdatedItem = { id, position, type, tier, finder, score, doubts: doubts.map((doubt) => ({ ...doubt })) }
  const newLinks = linksOf(row.id, item, factIds)
  const isRelinked = !before || !isSameJson(before.facts, newLinks)
  return { row, newLinks, newRevision: newRevisions(row.id, before, item), isRelinked }
}

/** Until the document is ranked, an item without a place is shown at any depth. */
const placeOf = ({ place = { rank: 1, depth: 'key' } }: PlacedItem) => ({ rank: place.rank, depth: place.depth })

const tierOf = ({ item, staysShown }: PlacedItem, before: KnownItem | undefined): string =>
  staysShown && before?.tier === 'A' ? before.tier : item.tier

/** The facts that an item asked and those that it asks now, where decks may show it otherwise than before. */
function factsToRefresh(
  before: KnownItem | undefined,
  { type, tier }: UpdatedItem,
  links: readonly { readonly factId: string }[],
  isChanged: boolean,
): readonly string[] {
  const isShownAlike = before && !before.retired && before.type === type && before.tier === tier
  return isShownAlike && !isChanged ? [] : [...(before?.facts ?? []), ...links].map(({ factId }) => factId)
}

/** The engine's newest revision; an author's own do not count. */
const engineRevision = ({ revisions }: KnownItem) => revisions.find(({ authorId }) => authorId === null)

function newRevisions(
  itemId: string,
  before: KnownItem | undefined,
  item: Item,
): Prisma.RevisionUncheckedCreateInput[] {
  const data = revisionData(item)
  const newest = before && engineRevision(before)
  if (newest) {
    const names = Object.keys(data) as (keyof typeof data)[]
    if (names.every((name) => isSameJson(newest[name], data[name]))) return []
  }
  return [{ id: randomUUID(), itemId, number: (before?.revisions[0]?.number ?? 0) + 1, ...data }]
}

/** Whether an author would see no change. */
function looksTheSame(before: KnownItem, item: Item): boolean {
  const revision = engineRevision(before)
  return (
    !before.retired && revision !== undefined && isSameJson(visibleContent(revisionOf(revision)), visibleContent(item))
  )
}

function visibleContent(item: Typed & { readonly stem: string }) {
  const { key, options } = write(item)
  return [item.stem, [...key].sort(), [...options].sort()] as const
}

function linksOf(
  itemId: string,
  item: Item,
  factIds: ReadonlyMap<string, string>,
): Prisma.ItemFactUncheckedCreateInput[] {
  return item.factIds.map((contentKey, slot) => {
    const factId = factIds.get(contentKey)
    if (!factId) throw new Error(`Item ${item.id} asks fact ${contentKey}, which the engine did not give.`)
    return { itemId, factId, slot }
  })
}

/** In one statement, as facts. */
export async function updateItems(tx: Tx, engine: string, rows: readonly UpdatedItem[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Item" AS item
    SET position = made.position, type = made.type, tier = made.tier, finder = made.finder, score = made.score,
      doubts = made.doubts, engine = ${engine}, retired = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS made(id uuid, position int, type text, tier text, finder text, score float, doubts jsonb)
    WHERE item.id = made.id`
}
