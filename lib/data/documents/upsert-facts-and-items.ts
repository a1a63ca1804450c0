import 'server-only'
import type { Tx } from '../../db'
import type { Batch } from '../../workers/generate-in-worker'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { bulkInsert } from './bulk-insert'
import { type BatchTarget, findFactIds } from './rows-by-content-key'
import { factRows, updateFacts } from './upsert-facts'
import { itemRows, type PlacedItem, updateItems } from './upsert-items'

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
