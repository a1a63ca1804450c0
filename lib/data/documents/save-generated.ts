import 'server-only'
import type { Generated } from '../../core/item/item'
import type { Tx } from '../../db'
import { adoptKeys } from './adopt-keys'
import { dropFacts, dropItems } from './drop-withdrawn'
import { findWithdrawn } from './find-withdrawn'
import { saveFacts } from './save-facts'
import { saveItems } from './save-items'

/**
 * Brings a document's facts and items to what the engine made of it. Matched by content key, so ids, memories, choices
 * and attempts stay; words that changed become a new revision; what is no longer made goes, or is retired when a
 * memory, a choice or a quiz names it. For a new document everything is new.
 */
export async function saveGenerated(tx: Tx, documentId: string, generated: Generated): Promise<void> {
  const { engine, facts, items } = generated
  await adoptKeys(tx, documentId, generated)
  const placedFacts = facts.map((fact, position) => ({ fact, position }))
  await saveFacts(tx, documentId, engine, placedFacts)
  const placedItems = items.map((item, position) => ({ item, position }))
  await saveItems(tx, documentId, engine, placedItems)
  const left = await findWithdrawn(tx, documentId, generated)
  await dropItems(tx, idsOf(left.items))
  await dropFacts(tx, idsOf(left.facts))
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
