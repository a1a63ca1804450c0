import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Item } from '../../core/item/item'
import { type Typed, write } from '../../core/question-types/registry'
import type { Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import { revisionData, revisionOf } from '../decks/revision-of'
import { insertRows } from '../insert-rows'
import { isSameJson } from './is-same-json'
import type { Saved } from './save-facts'

export type PlacedItem = {
  readonly item: Item
  readonly position: number
  /** Where an item was shown, it stays shown: the engine's doubt does not make it wait for its author's word. */
  readonly staysShown?: boolean
}

/**
 * Lays items of the engine over those of the document, matched by content key: rows keep their ids, and so the choices and
 * attempts that name them; words that changed become a new revision. Their facts are saved before.
 */
export async function saveItems(
  tx: Tx,
  documentId: string,
  engine: string,
  placed: readonly PlacedItem[],
): Promise<Saved> {
  const [known, factIds] = [await knownItems(tx, documentId, placed), await factIdsOf(tx, documentId, placed)]
  const news = newRows(documentId, engine, placed, known, factIds)
  await renew(tx, engine, news.renewed)
  if (known.size > 0) {
    await tx.itemFact.deleteMany({ where: { itemId: { in: news.links.map(({ itemId }) => itemId) } } })
  }
  await insertRows(tx, { Item: news.items, Revision: news.revisions, ItemFact: news.links })
  return { fresh: news.items.length, changed: news.changed, kept: news.renewed.length - news.changed }
}

async function knownItems(tx: Tx, documentId: string, placed: readonly PlacedItem[]) {
  const rows = await tx.item.findMany({
    where: { documentId, contentKey: { in: placed.map(({ item }) => item.id) } },
    include: { revisions: { orderBy: { number: 'desc' } }, facts: { orderBy: { slot: 'asc' } } },
  })
  return new Map(rows.map((row) => [row.contentKey, row]))
}

type Known = Awaited<ReturnType<typeof knownItems>>
type KnownItem = NonNullable<ReturnType<Known['get']>>

async function factIdsOf(tx: Tx, documentId: string, placed: readonly PlacedItem[]) {
  const contentKeys = [...new Set(placed.flatMap(({ item }) => item.factIds))]
  const rows = await tx.fact.findMany({
    where: { documentId, contentKey: { in: contentKeys } },
    select: { id: true, contentKey: true },
  })
  return new Map(rows.map((row) => [row.contentKey, row.id]))
}

type Renewed = { readonly id: string; readonly position: number; readonly type: string; readonly tier: string }

function newRows(
  documentId: string,
  engine: string,
  placed: readonly PlacedItem[],
  known: Known,
  factIds: ReadonlyMap<string, string>,
) {
  const items: Prisma.ItemUncheckedCreateInput[] = []
  const renewed: Renewed[] = []
  const revisions: Prisma.RevisionUncheckedCreateInput[] = []
  const links: Prisma.ItemFactUncheckedCreateInput[] = []
  let changed = 0
  for (const one of placed) {
    const { item } = one
    const old = known.get(item.id)
    const row = { id: old?.id ?? randomUUID(), position: one.position, type: item.type, tier: tierOf(one, old) }
    const asked = linksOf(row.id, item, factIds)
    if (!old || !isSameJson(old.facts, asked)) links.push(...asked)
    revisions.push(...revisionFor(row.id, old, item))
    if (!old) {
      items.push({ ...row, documentId, contentKey: item.id, engine, retired: false })
      continue
    }
    renewed.push(row)
    changed += Number(!looksTheSame(old, item))
  }
  return { items, renewed, revisions, links, changed }
}

const tierOf = ({ item, staysShown }: PlacedItem, old: KnownItem | undefined): string =>
  staysShown && old?.tier === 'A' ? old.tier : item.tier

/** The engine's newest words; an author's stand beside them. */
const engineWords = ({ revisions }: KnownItem) => revisions.find(({ authorId }) => authorId === null)

function revisionFor(itemId: string, old: KnownItem | undefined, item: Item): Prisma.RevisionUncheckedCreateInput[] {
  const made = revisionData(item)
  const newest = old && engineWords(old)
  if (newest) {
    const names = Object.keys(made) as (keyof typeof made)[]
    if (names.every((name) => isSameJson(newest[name], made[name]))) return []
  }
  return [{ id: randomUUID(), itemId, number: (old?.revisions[0]?.number ?? 0) + 1, ...made }]
}

/** What an author sees of an item. */
function looksTheSame(old: KnownItem, item: Item): boolean {
  const words = engineWords(old)
  return !old.retired && words !== undefined && isSameJson(shownWords(revisionOf(words)), shownWords(item))
}

function shownWords(item: Typed & { readonly stem: string }) {
  const { key, options } = write(item)
  return [item.stem, [...key].sort(), [...options].sort()] as const
}

export function linksOf(
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

async function renew(tx: Tx, engine: string, rows: readonly Renewed[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Item" AS item
    SET position = made.position, type = made.type, tier = made.tier, engine = ${engine}, retired = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made(id uuid, position int, type text, tier text)
    WHERE item.id = made.id`
}
