import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Fact } from '../../core/fact/fact'
import type { Item } from '../../core/item/item'
import { type Typed, write } from '../../core/question-types/registry'
import type { Tx } from '../../db'
import { type Fact as FactRow, Prisma } from '../../generated/prisma/client'
import type { Batch } from '../../workers/generate-in-worker'
import { revisionData, revisionOf } from '../decks/item-revisions'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'

/** The document that batches go into. */
export type BatchTarget = {
  readonly documentId: string
  readonly engine: string
  /** Rows of facts by content key, as far as they are known; filled by each batch. */
  readonly factIds: Map<string, string>
  /** Content keys that may have rows already; null if any may. Others are inserted without looking. */
  readonly existing: ReadonlySet<string> | null
}

type PlacedItem = Batch['items'][number] & {
  /** If the item is shown, it stays shown: the engine's doubt does not make it wait for its author's review. */
  readonly staysShown?: boolean
}

export type MergeBatch = { readonly facts: Batch['facts']; readonly items: readonly PlacedItem[] }

/** How many rows are new, say something else than before, and say the same. */
export type Upserted = { readonly fresh: number; readonly changed: number; readonly kept: number }

/**
 * Saves facts and items of the engine, matched by content key: rows keep their ids, and so the memories, choices and attempts
 * that name them; content that changed becomes a new revision. Saving a batch again changes nothing.
 */
export async function upsertBatch(
  tx: Tx,
  target: BatchTarget,
  batch: MergeBatch,
): Promise<{ facts: Upserted; items: Upserted }> {
  const facts = await factRows(tx, target, batch.facts)
  await findFactIds(tx, target, batch.items)
  const items = await itemRows(tx, target, batch.items)
  await updateFacts(tx, target.engine, facts.updated)
  await updateItems(tx, target.engine, items.updated)
  if (items.relinked.length > 0) await tx.itemFact.deleteMany({ where: { itemId: { in: items.relinked } } })
  await bulkInsert(tx, { Fact: facts.inserted, Item: items.inserted, Revision: items.revisions, ItemFact: items.links })
  if (items.changedFactIds.size > 0) await refreshDeckFacts(tx, { factIds: [...items.changedFactIds] })
  return { facts: countsOf(facts), items: countsOf(items) }
}

type RowChanges = { inserted: readonly unknown[]; updated: readonly unknown[]; changed: number }

const countsOf = ({ inserted, updated, changed }: RowChanges): Upserted => {
  return { fresh: inserted.length, changed, kept: updated.length - changed }
}

const mayExist = ({ existing }: BatchTarget, contentKey: string) => existing === null || existing.has(contentKey)

async function factRows(tx: Tx, target: BatchTarget, placed: Batch['facts']) {
  const { documentId, engine, factIds } = target
  const contentKeys = placed.map(({ fact }) => fact.id).filter((contentKey) => mayExist(target, contentKey))
  const rows =
    contentKeys.length > 0 ? await tx.fact.findMany({ where: { documentId, contentKey: { in: contentKeys } } }) : []
  const known = new Map(rows.map((row) => [row.contentKey, row]))
  const inserted: (UpdatedFact & { documentId: string; contentKey: string })[] = []
  const updated: UpdatedFact[] = []
  let changed = 0
  for (const { fact, position } of placed) {
    const row = known.get(fact.id)
    const id = row?.id ?? randomUUID()
    const data = factData(fact, position, engine)
    factIds.set(fact.id, id)
    if (row) updated.push({ id, ...data })
    else inserted.push({ documentId, contentKey: fact.id, id, ...data })
    if (row && !isSameFact(row, data)) changed += 1
  }
  return { inserted, updated, changed }
}

type FactData = ReturnType<typeof factData>
type UpdatedFact = FactData & { readonly id: string }

function factData({ kind, statement, heading, spans, answerSpan }: Fact, position: number, engine: string) {
  return {
    position,
    kind,
    statement,
    heading,
    spans: spans.map(({ start, end }) => ({ start, end })),
    answerSpan: answerSpan ? { start: answerSpan.start, end: answerSpan.end } : null,
    engine,
    retired: false,
  }
}

function isSameFact(row: FactRow, data: FactData): boolean {
  return (
    !row.retired &&
    row.kind === data.kind &&
    row.statement === data.statement &&
    isSameJson([row.spans, row.answerSpan], [data.spans, data.answerSpan])
  )
}

/** Facts of earlier batches that these items ask. */
async function findFactIds(tx: Tx, { documentId, factIds }: BatchTarget, placed: Batch['items']): Promise<void> {
  const missing = new Set(placed.flatMap(({ item }) => item.factIds).filter((contentKey) => !factIds.has(contentKey)))
  if (missing.size === 0) return
  const rows = await tx.fact.findMany({
    where: { documentId, contentKey: { in: [...missing] } },
    select: { id: true, contentKey: true },
  })
  for (const { id, contentKey } of rows) factIds.set(contentKey, id)
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

async function itemRows(tx: Tx, target: BatchTarget, placed: readonly PlacedItem[]) {
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

async function findItems(tx: Tx, target: BatchTarget, placed: Batch['items']) {
  const contentKeys = placed.map(({ item }) => item.id).filter((contentKey) => mayExist(target, contentKey))
  const rows =
    contentKeys.length > 0
      ? await tx.item.findMany({
          where: { documentId: target.documentId, contentKey: { in: contentKeys } },
          include: { revisions: { orderBy: { number: 'desc' } }, facts: { orderBy: { slot: 'asc' } } },
        })
      : []
  return new Map(rows.map((row) => [row.contentKey, row]))
}

type KnownItem = NonNullable<ReturnType<Awaited<ReturnType<typeof findItems>>['get']>>

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

/** In one statement: one for each row would block everybody else on the embedded database. */
async function updateFacts(tx: Tx, engine: string, rows: readonly UpdatedFact[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Fact" AS fact
    SET position = made.position, kind = made.kind, statement = made.statement, heading = made.heading,
        spans = made.spans, "answerSpan" = COALESCE(made."answerSpan", 'null'), engine = ${engine}, retired = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS made(id uuid, position int, kind text, statement text, heading text, spans jsonb, "answerSpan" jsonb)
    WHERE fact.id = made.id`
}

async function updateItems(tx: Tx, engine: string, rows: readonly UpdatedItem[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Item" AS item
    SET position = made.position, type = made.type, tier = made.tier, finder = made.finder, score = made.score,
      doubts = made.doubts, engine = ${engine}, retired = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS made(id uuid, position int, type text, tier text, finder text, score float, doubts jsonb)
    WHERE item.id = made.id`
}

/** Whether two values are the same JSON: PostgreSQL orders the names of a jsonb object in its own way. */
function isSameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

type NewRows = {
  Fact: readonly (Omit<Prisma.FactUncheckedCreateInput, 'answerSpan'> & { answerSpan: Prisma.InputJsonObject | null })[]
  Item: readonly Prisma.ItemUncheckedCreateInput[]
  Revision: readonly Prisma.RevisionUncheckedCreateInput[]
  ItemFact: readonly Prisma.ItemFactUncheckedCreateInput[]
  Refusal: readonly Prisma.RefusalUncheckedCreateInput[]
}

/**
 * Many rows of one or more tables in one statement with one parameter. `createMany` takes six times as long on the embedded
 * database, and meanwhile everybody else waits. All rows of a table have the columns of its first; those left out get
 * their defaults. Rows may refer to each other: references are looked at when all are there.
 */
export async function bulkInsert(tx: Tx, rows: Partial<NewRows>): Promise<void> {
  const inserts = Object.entries(rows).flatMap(([table, some]) => insertInto(table, some))
  if (inserts.length === 0) return
  const given = Prisma.sql`given AS (SELECT ${JSON.stringify(rows)}::jsonb AS rows)`
  await tx.$executeRaw`WITH ${Prisma.join([given, ...inserts])} SELECT 1`
}

// Names of tables and columns are ours; what comes from documents is in the parameter.
function insertInto(table: string, [first]: readonly object[]): Prisma.Sql[] {
  if (!first) return []
  const name = Prisma.raw(`"${table}"`)
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  )
  const made = Prisma.raw(`"made${table}"`)
  return [
    Prisma.sql`${made} AS (
      INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM given, jsonb_populate_recordset(NULL::${name}, given.rows -> ${Prisma.raw(`'${table}'`)}))`,
  ]
}
