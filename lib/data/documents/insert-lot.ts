import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Batch } from '../../jobs/generate-task'
import { revisionData } from '../decks/revision-of'
import type { Rows } from '../insert-rows'
import { factData } from './save-facts'
import { linksOf } from './save-items'

// Some milliseconds of the embedded database, which does one thing at a time.
const ITEMS_AT_ONCE = 40
const FACTS_AT_ONCE = 80

type Of = { readonly documentId: string; readonly engine: string; readonly factIds: Map<string, string> }

/**
 * Facts and items that the document has not got, as rows a few at a time: nothing is looked up and nothing compared. Items
 * come with those of their facts that did not come before. `factIds` are the rows of its facts by content key, and get
 * those of the new ones.
 */
export function* insertsOfLot({ documentId, engine, factIds }: Of, { facts, items }: Batch): Generator<Partial<Rows>> {
  const waiting = new Map(facts.map((placed) => [placed.fact.id, placed]))
  const factRows = (keys: readonly string[]) =>
    [...new Set(keys)].flatMap((contentKey) => {
      const placed = waiting.get(contentKey)
      if (!placed) return []
      waiting.delete(contentKey)
      const id = randomUUID()
      factIds.set(contentKey, id)
      return [{ id, documentId, contentKey, ...factData(placed.fact, placed.position, engine) }]
    })
  const nextFacts = (room: number) => factRows([...waiting.keys()].slice(0, Math.max(0, room)))
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
    const some = items.slice(from, from + ITEMS_AT_ONCE).map((placed) => ({ id: randomUUID(), ...placed }))
    const asked = factRows(some.flatMap(({ item }) => item.factIds))
    const isLast = from + ITEMS_AT_ONCE >= items.length
    yield {
      Fact: isLast ? [...asked, ...nextFacts(FACTS_AT_ONCE - asked.length)] : asked,
      Item: some.map(({ id, item: { id: contentKey, type, tier }, position }) => {
        return { id, documentId, contentKey, position, type, tier, engine }
      }),
      Revision: some.map(({ id, item }) => ({ id: randomUUID(), itemId: id, number: 1, ...revisionData(item) })),
      ItemFact: some.flatMap(({ id, item }) => linksOf(id, item, factIds)),
    }
  }
  while (waiting.size > 0) yield { Fact: nextFacts(FACTS_AT_ONCE) }
}
