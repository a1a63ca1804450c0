import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db'
import type { Lot } from '../../work/job'
import { revisionData } from '../decks/revision-of'
import { insertRows } from '../insert-rows'
import { factData } from './save-facts'
import { linksOf } from './save-items'

// Some milliseconds of the embedded database, which does one thing at a time.
const ITEMS_AT_ONCE = 50

/**
 * Facts and items that the document has not got: nothing is looked up and nothing compared. `factIds` are those of its
 * facts by content key, and get those of the new ones. Each few go into a transaction of their own, items with the facts that they ask.
 */
export async function insertLot(
  within: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>,
  { documentId, engine, factIds }: { documentId: string; engine: string; factIds: Map<string, string> },
  { facts, items }: Lot,
): Promise<void> {
  const waiting = new Map(facts.map((placed) => [placed.fact.id, placed]))
  const factRows = (keys: Iterable<string>) =>
    [...new Set(keys)].flatMap((contentKey) => {
      const placed = waiting.get(contentKey)
      if (!placed) return []
      waiting.delete(contentKey)
      const id = randomUUID()
      factIds.set(contentKey, id)
      return [{ id, documentId, contentKey, ...factData(placed.fact, placed.position, engine) }]
    })
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
    const some = items.slice(from, from + ITEMS_AT_ONCE).map((placed) => ({ id: randomUUID(), ...placed }))
    const rows = {
      Fact: factRows(some.flatMap(({ item }) => item.factIds)),
      Item: some.map(({ id, item: { id: contentKey, type, tier }, position }) => {
        return { id, documentId, contentKey, position, type, tier, engine }
      }),
      Revision: some.map(({ id, item }) => ({ id: randomUUID(), itemId: id, number: 1, ...revisionData(item) })),
      ItemFact: some.flatMap(({ id, item }) => linksOf(id, item, factIds)),
    }
    await within((tx) => insertRows(tx, rows))
  }
  const rest = factRows([...waiting.keys()])
  if (rest.length > 0) await within((tx) => insertRows(tx, { Fact: rest }))
}
