import 'server-only'
import type { Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'

/** How many rows went out of sight, and how many stay as they are though the engine no longer makes them. */
export type Dropped = { readonly gone: number; readonly held: number }

const ACCEPTED: Prisma.ItemWhereInput = { choices: { some: { choice: 'accepted' } } }

/**
 * Takes away items that the engine no longer makes. What a choice, an author's words or a quiz names is retired instead: out
 * of every list, there for history. What was accepted is shown all the same.
 */
export async function dropItems(tx: Tx, ids: readonly string[]): Promise<Dropped> {
  if (ids.length === 0) return { gone: 0, held: 0 }
  const some = { id: { in: [...ids] } }
  // A choice that is being made waits, and then finds the item or does not.
  await tx.$queryRaw`SELECT 1 FROM "Item" WHERE id IN (
    SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) FOR UPDATE`
  const held = await tx.item.count({ where: { ...some, ...ACCEPTED } })
  const gone = await tx.item.count({ where: { ...some, retired: false, NOT: ACCEPTED } })
  const named: Prisma.ItemWhereInput = {
    OR: [
      { choices: { some: {} } },
      { revisions: { some: { OR: [{ questions: { some: {} } }, { authorId: { not: null } }] } } },
    ],
  }
  await tx.item.updateMany({ where: { ...some, ...named }, data: { retired: true } })
  await tx.item.deleteMany({ where: { ...some, NOT: named } })
  return { gone, held }
}

/**
 * Takes away facts that the engine no longer finds, after their items. What a memory, a review or an item names is retired;
 * what an accepted item asks stays in sight.
 */
export async function dropFacts(tx: Tx, ids: readonly string[]): Promise<Dropped> {
  if (ids.length === 0) return { gone: 0, held: 0 }
  const some = { id: { in: [...ids] } }
  const asked: Prisma.FactWhereInput = { items: { some: { item: ACCEPTED } } }
  await lockFacts(tx, ids)
  const held = await tx.fact.count({ where: { ...some, ...asked } })
  const gone = await tx.fact.count({ where: { ...some, retired: false, NOT: asked } })
  const named: Prisma.FactWhereInput = {
    OR: [{ memories: { some: {} } }, { reviews: { some: {} } }, { items: { some: {} } }],
  }
  await tx.fact.updateMany({ where: { ...some, ...named, NOT: asked }, data: { retired: true } })
  await tx.fact.deleteMany({ where: { ...some, NOT: named } })
  return { gone, held }
}

/** A review that is being saved waits, and then finds the fact or does not: it never goes down with it. */
export async function lockFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Fact" WHERE id IN (
    SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) FOR UPDATE`
}
