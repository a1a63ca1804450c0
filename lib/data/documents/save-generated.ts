import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Fact } from '../../core/fact/fact'
import type { Generated, Item } from '../../core/item/item'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { revisionData } from '../decks/revision-of'

/**
 * Brings a document's facts and items to what the engine made of it. Matched by content key, so ids, memories, choices
 * and attempts stay; words that changed become a new revision; what is no longer made goes, or is retired when a
 * memory, a choice or a quiz names it. For a new document everything is new.
 */
export async function saveGenerated(tx: Tx, documentId: string, { engine, facts, items }: Generated): Promise<void> {
  const factIds = await saveFacts(tx, documentId, engine, facts)
  await saveItems(tx, documentId, engine, items, factIds)
  await dropFacts(tx, documentId, new Set(facts.map(({ id }) => id)))
}

async function saveFacts(tx: Tx, documentId: string, engine: string, facts: readonly Fact[]) {
  const rows = await tx.fact.findMany({ where: { documentId }, select: { id: true, contentKey: true } })
  const ids = new Map(rows.map((row) => [row.contentKey, row.id]))
  const fresh = []
  for (const [position, fact] of facts.entries()) {
    const data = factData(fact, position, engine)
    const id = ids.get(fact.id)
    if (id) await tx.fact.update({ where: { id }, data })
    else fresh.push({ id: randomUUID(), documentId, contentKey: fact.id, ...data })
  }
  for (const { id, contentKey } of fresh) ids.set(contentKey, id)
  await tx.fact.createMany({ data: fresh })
  return ids
}

function factData(fact: Fact, position: number, engine: string) {
  return {
    position,
    kind: fact.kind,
    statement: fact.statement,
    heading: fact.heading,
    spans: fact.spans.map(({ start, end }) => ({ start, end })),
    answerSpan: fact.answerSpan ? { start: fact.answerSpan.start, end: fact.answerSpan.end } : Prisma.JsonNull,
    engine,
    retired: false,
  }
}

async function saveItems(
  tx: Tx,
  documentId: string,
  engine: string,
  items: readonly Item[],
  factIds: ReadonlyMap<string, string>,
): Promise<void> {
  const kept = await keptItems(tx, documentId)
  const fresh = { items: [] as Prisma.ItemCreateManyInput[], revisions: [] as Prisma.RevisionCreateManyInput[] }
  const links: Prisma.ItemFactCreateManyInput[] = []
  for (const [position, item] of items.entries()) {
    const data = { position, type: item.type, tier: item.tier, engine, retired: false }
    const old = kept.get(item.id)
    const id = old?.id ?? randomUUID()
    if (old) await tx.item.update({ where: { id }, data })
    else fresh.items.push({ id, documentId, contentKey: item.id, ...data })
    if (!old || !sameWords(old.newest, item)) {
      fresh.revisions.push({ id: randomUUID(), itemId: id, number: (old?.highest ?? 0) + 1, ...revisionData(item) })
    }
    links.push(...linksOf(id, item, factIds))
    kept.delete(item.id)
  }
  await tx.item.createMany({ data: fresh.items })
  await tx.revision.createMany({ data: fresh.revisions })
  await tx.itemFact.deleteMany({ where: { item: { documentId }, itemId: { in: links.map(({ itemId }) => itemId) } } })
  await tx.itemFact.createMany({ data: links })
  await dropItems(
    tx,
    [...kept.values()].map(({ id }) => id),
  )
}

async function keptItems(tx: Tx, documentId: string) {
  const rows = await tx.item.findMany({
    where: { documentId },
    include: { revisions: { orderBy: { number: 'desc' } } },
  })
  return new Map(
    rows.map((row) => [
      row.contentKey,
      {
        id: row.id,
        highest: row.revisions[0]?.number ?? 0,
        newest: row.revisions.find(({ authorId }) => authorId === null),
      },
    ]),
  )
}

function linksOf(itemId: string, item: Item, factIds: ReadonlyMap<string, string>): Prisma.ItemFactCreateManyInput[] {
  return item.factIds.map((contentKey, slot) => {
    const factId = factIds.get(contentKey)
    if (!factId) throw new Error(`Item ${item.id} asks fact ${contentKey}, which the engine did not give.`)
    return { itemId, factId, slot }
  })
}

type Words = ReturnType<typeof revisionData>

function sameWords(revision: { [name in keyof Words]: unknown } | undefined, item: Item): boolean {
  if (!revision) return false
  const made = revisionData(item)
  return (Object.keys(made) as (keyof Words)[]).every((name) => canonical(revision[name]) === canonical(made[name]))
}

// PostgreSQL gives the names of a jsonb object back in an order of its own.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

async function dropItems(tx: Tx, ids: string[]): Promise<void> {
  const named: Prisma.ItemWhereInput = {
    OR: [
      { choices: { some: {} } },
      { revisions: { some: { OR: [{ questions: { some: {} } }, { authorId: { not: null } }] } } },
    ],
  }
  await tx.item.updateMany({ where: { id: { in: ids }, ...named }, data: { retired: true } })
  await tx.item.deleteMany({ where: { id: { in: ids }, NOT: named } })
}

async function dropFacts(tx: Tx, documentId: string, made: ReadonlySet<string>): Promise<void> {
  const rows = await tx.fact.findMany({ where: { documentId }, select: { id: true, contentKey: true } })
  const ids = rows.filter(({ contentKey }) => !made.has(contentKey)).map(({ id }) => id)
  const named: Prisma.FactWhereInput = {
    OR: [{ memories: { some: {} } }, { reviews: { some: {} } }, { items: { some: {} } }],
  }
  await tx.fact.updateMany({ where: { id: { in: ids }, ...named }, data: { retired: true } })
  await tx.fact.deleteMany({ where: { id: { in: ids }, NOT: named } })
}
