import 'server-only'
import type { Block } from '../../core/document/document'
import { asCard } from '../../core/item/as-card'
import type { Item } from '../../core/item/item'
import type { Tx } from '../../db'
import type { Batch } from '../../jobs/generate-task'
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
  { facts, items }: Batch,
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

export type Keys = { readonly facts: ReadonlySet<string>; readonly items: ReadonlySet<string> }

/** What a document has not got, and what it has. */
export function divideLot({ facts, items }: Batch, has: Keys): { fresh: Batch; known: Batch } {
  return {
    fresh: {
      facts: facts.filter(({ fact }) => !has.facts.has(fact.id)),
      items: items.filter(({ item }) => !has.items.has(item.id)),
    },
    known: {
      facts: facts.filter(({ fact }) => has.facts.has(fact.id)),
      items: items.filter(({ item }) => has.items.has(item.id)),
    },
  }
}

/** What waits to be saved, and what is said of it later: the later word is the one that holds. */
export function layOver(waiting: Batch, { facts, items }: Batch): Batch {
  return {
    facts: [...new Map([...waiting.facts, ...facts].map((placed) => [placed.fact.id, placed])).values()],
    items: [...new Map([...waiting.items, ...items].map((placed) => [placed.item.id, placed])).values()],
  }
}

/** Of a book they are half as long as its text: saved for themselves, so that nobody waits for both at once. */
export async function saveBlocks(tx: Tx, documentId: string, blocks: readonly Block[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Document" SET blocks = ${JSON.stringify(blocks)}::jsonb WHERE id = ${documentId}::uuid`
}

/** What a learner can study at once. */
export const isCard = (item: Item): boolean => item.tier === 'A' && asCard(item) !== null
