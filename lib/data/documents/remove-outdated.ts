import 'server-only'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import { pickCards } from '../../core/item/card'
import type { ItemType } from '../../core/question-types/registry'
import type { Db, Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'

/** How many rows are out of sight now, and how many stay as they are though the engine no longer makes them. */
export type Removed = { readonly gone: number; readonly held: number }
export type RemovedCounts = { readonly facts?: Removed; readonly items?: Removed }

type Keyed = { readonly id: string }
type FactKey = Keyed & {
  readonly contentKey: string
  readonly engine: string
  readonly retired: boolean
  /** Of a model, a pasted reply or the author: the rules neither made it nor give it up. */
  readonly others: boolean
}
type ItemKey = FactKey & { readonly type: string; readonly mainFact: string | null }

/** Rows that the engine did not make again. */
export type Outdated = Awaited<ReturnType<typeof findOutdated>>

/** What of the outdated rows stays because somebody studies it. */
export type Retained = {
  /** Rows of facts that stay if somebody has studied them by then. */
  readonly facts: ReadonlySet<string>
  /** Rows of cards without which a studied fact could not be asked. */
  readonly cards: ReadonlySet<string>
}

export const NOTHING_RETAINED: Retained = { facts: new Set(), cards: new Set() }

// Some tens of milliseconds on the embedded database, where everybody else waits meanwhile.
const FACTS_A_STEP = 10
const ITEMS_A_STEP = 50

/** Outdated rows of a document; and every content key that it has, of facts by their row. */
export async function findOutdated(
  from: Db | Tx,
  documentId: string,
  contentKeys: { readonly facts: Iterable<string>; readonly items: Iterable<string> },
) {
  const facts = await selectAsJson<FactKey>(
    from,
    Prisma.sql`
      SELECT id, "contentKey", engine, retired, EXISTS (
        SELECT 1 FROM "ItemFact" link JOIN "Item" item ON item.id = link."itemId"
        WHERE link."factId" = fact.id AND item.finder <> 'rules') AS others
      FROM "Fact" fact WHERE "documentId" = ${documentId}::uuid ORDER BY position`,
  )
  await letOthersRun()
  const items = await selectAsJson<ItemKey>(
    from,
    Prisma.sql`
      SELECT item.id, item."contentKey", item.type, item.engine, item.retired, item.finder <> 'rules' AS others, main."factId" AS "mainFact"
      FROM "Item" AS item LEFT JOIN "ItemFact" AS main ON main."itemId" = item.id AND main.slot = 0
      WHERE item."documentId" = ${documentId}::uuid ORDER BY item.position`,
  )
  await letOthersRun()
  const made = new Set([...contentKeys.facts, ...contentKeys.items])
  const isLeftover = ({ contentKey, others }: FactKey) => !others && !made.has(contentKey)
  return {
    factKeys: new Map(facts.map(({ id, contentKey }) => [id, contentKey])),
    known: new Set([...facts, ...items].map(({ contentKey }) => contentKey)),
    facts: facts.filter(isLeftover),
    items: items.filter(isLeftover),
  }
}

/** Thousands of rows as one JSON value: row by row they take so long to arrive that everybody else waits. */
async function selectAsJson<Row>(from: Db | Tx, select: Prisma.Sql): Promise<readonly Row[]> {
  const [found] = await from.$queryRaw<{ rows: Row[] }[]>`
    SELECT COALESCE(jsonb_agg(to_jsonb(selected)), '[]') AS rows FROM (${select}) AS selected`
  return found?.rows ?? []
}

/**
 * A fact that an older engine found and somebody has studied stays to be asked: with its items if it is no longer found, and
 * with its cards if it is found but has none now (docs/decisions/0011). In a deck of nobody's the engine has the last word.
 */
export function retainedOf(
  { facts, items, factKeys }: Outdated,
  made: { readonly engine: string; readonly cardless: ReadonlySet<string> },
  studied: ReadonlySet<string>,
): Retained {
  const isOlder = ({ engine, retired }: FactKey) => !retired && engine !== made.engine
  const lasting = [...studied].filter((factId) => made.cardless.has(factKeys.get(factId) ?? ''))
  const byFact = new Map(lasting.map((factId): [string, CardRow[]] => [factId, []]))
  for (const item of items.filter(isOlder)) {
    // A choice that is no card without its options may be among them: one too many does no harm.
    byFact.get(item.mainFact ?? '')?.push({ id: item.id, type: item.type as ItemType })
  }
  return {
    facts: new Set(idsOf(facts.filter(isOlder))),
    cards: new Set([...byFact.values()].flatMap((rows) => idsOf(pickCards(rows)))),
  }
}

type CardRow = { readonly id: string; readonly type: ItemType }

/** Steps for short transactions: first outdated facts, each with its items; then single items of facts that are still made. */
export function removalSteps(documentId: string, { facts, items }: Outdated, retained: Retained) {
  const lost = new Set(idsOf(facts))
  const single = items.filter(({ id, mainFact }) => !retained.cards.has(id) && (!mainFact || !lost.has(mainFact)))
  return [
    ...chunksOf(facts, FACTS_A_STEP).map(
      (chunk) => (tx: Tx) => removeFacts(tx, { documentId, items, retained }, idsOf(chunk)),
    ),
    ...chunksOf(single, ITEMS_A_STEP).map((chunk) => async (tx: Tx): Promise<RemovedCounts> => {
      return { items: await removeItems(tx, idsOf(chunk)) }
    }),
  ]
}

type Leaving = { readonly documentId: string; readonly items: readonly ItemKey[]; readonly retained: Retained }

async function removeFacts(
  tx: Tx,
  { documentId, items, retained }: Leaving,
  ids: readonly string[],
): Promise<RemovedCounts> {
  await lockFacts(tx, ids)
  const mayStay = ids.filter((id) => retained.facts.has(id))
  const staying = mayStay.length > 0 ? await findStudied(tx, documentId, mayStay) : new Set<string>()
  const chunk = new Set(ids)
  const theirs = items.filter(({ mainFact }) => mainFact && chunk.has(mainFact))
  const stays = ({ mainFact }: ItemKey) => mainFact !== null && staying.has(mainFact)
  const droppedItems = await removeItems(tx, idsOf(theirs.filter((item) => !stays(item))))
  const droppedFacts = await deleteFacts(
    tx,
    ids.filter((id) => !staying.has(id)),
  )
  const stayingItems = theirs.filter((item) => stays(item) && !item.retired).length
  return {
    facts: { gone: droppedFacts.gone, held: droppedFacts.held + staying.size },
    items: { gone: droppedItems.gone, held: droppedItems.held + stayingItems },
  }
}

const ACCEPTED: Prisma.ItemWhereInput = { choices: { some: { choice: 'accepted' } } }

/**
 * Deletes items that the engine no longer makes. Those that a choice, an author's revision or a quiz names are retired: out
 * of every list, there for history. What was accepted is still shown.
 */
async function removeItems(tx: Tx, ids: readonly string[]): Promise<Removed> {
  if (ids.length === 0) return { gone: 0, held: 0 }
  const these = { id: { in: [...ids] } }
  // A choice that is being saved waits, and then finds the item or does not.
  await tx.$queryRaw`SELECT 1 FROM "Item" WHERE id IN (
    SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) FOR UPDATE`
  const held = await tx.item.count({ where: { ...these, ...ACCEPTED } })
  const gone = await tx.item.count({ where: { ...these, retired: false, NOT: ACCEPTED } })
  const named: Prisma.ItemWhereInput = {
    OR: [
      { choices: { some: {} } },
      { revisions: { some: { OR: [{ questions: { some: {} } }, { authorId: { not: null } }] } } },
    ],
  }
  const links = await tx.itemFact.findMany({ where: { itemId: { in: [...ids] } }, select: { factId: true } })
  await tx.item.updateMany({ where: { ...these, ...named }, data: { retired: true } })
  await tx.item.deleteMany({ where: { ...these, NOT: named } })
  await refreshDeckFacts(tx, { factIds: links.map(({ factId }) => factId) })
  return { gone, held }
}

/**
 * Deletes facts that the engine no longer finds, after their items. Those that a memory, a review or an item names are
 * retired; what an accepted item asks is still shown.
 */
async function deleteFacts(tx: Tx, ids: readonly string[]): Promise<Removed> {
  if (ids.length === 0) return { gone: 0, held: 0 }
  const these = { id: { in: [...ids] } }
  const asked: Prisma.FactWhereInput = { items: { some: { item: ACCEPTED } } }
  const held = await tx.fact.count({ where: { ...these, ...asked } })
  const gone = await tx.fact.count({ where: { ...these, retired: false, NOT: asked } })
  const named: Prisma.FactWhereInput = {
    OR: [{ memories: { some: {} } }, { reviews: { some: {} } }, { items: { some: {} } }],
  }
  await tx.fact.updateMany({ where: { ...these, ...named, NOT: asked }, data: { retired: true } })
  await tx.fact.deleteMany({ where: { ...these, NOT: named } })
  return { gone, held }
}

/** A review that is being saved waits, and then finds the fact or does not: it never goes down with it. */
async function lockFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Fact" WHERE id IN (
    SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) FOR UPDATE`
}

/** Of a document's facts, or of some of them, those that somebody remembers or has reviewed. */
export async function findStudied(
  from: Db | Tx,
  documentId: string,
  ids?: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await from.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Fact" AS fact
    WHERE "documentId" = ${documentId}::uuid
      AND (${ids === undefined} OR id IN (
        SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids ?? [])}::jsonb)))
      AND (EXISTS (SELECT 1 FROM "Memory" WHERE "factId" = fact.id)
        OR EXISTS (SELECT 1 FROM "Review" WHERE "factId" = fact.id))`
  return new Set(rows.map(({ id }) => id))
}

const idsOf = (rows: readonly Keyed[]) => rows.map(({ id }) => id)

export function chunksOf<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, at) => entries.slice(at * size, (at + 1) * size))
}
