import 'server-only'
import { asCard } from '../../core/item/as-card'
import type { Item } from '../../core/item/item'
import type { Tx } from '../../db'
import type { Lot } from '../../work/job'
import { saveFacts } from './save-facts'
import { saveItems } from './save-items'

// A few milliseconds of the embedded database, which does one thing at a time.
const FACTS_AT_ONCE = 80
const ITEMS_AT_ONCE = 40

/** Facts first, then the items that ask them, each few in a transaction of their own. */
export async function saveLot(
  within: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>,
  documentId: string,
  engine: string,
  { facts, items }: Lot,
): Promise<void> {
  for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
    const some = facts.slice(from, from + FACTS_AT_ONCE)
    await within((tx) => saveFacts(tx, documentId, engine, some))
  }
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
    const some = items.slice(from, from + ITEMS_AT_ONCE)
    await within((tx) => saveItems(tx, documentId, engine, some))
  }
}

/** So much as is saved at once, until there is a card among it, and what is left. */
export function partLot({ facts, items }: Lot): { first: Lot; others: Lot } {
  const card = items.findIndex(({ item }) => isCard(item))
  const some = items.slice(0, Math.max(ITEMS_AT_ONCE, card + 1))
  const asked = new Set(some.flatMap(({ item }) => item.factIds))
  return {
    first: { facts: facts.filter(({ fact }) => asked.has(fact.id)), items: some },
    others: { facts: facts.filter(({ fact }) => !asked.has(fact.id)), items: items.slice(some.length) },
  }
}

/** What a learner can study at once. */
export const isCard = (item: Item): boolean => item.tier === 'A' && asCard(item) !== null
