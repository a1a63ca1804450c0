import 'server-only'
import type { Db, Tx } from '../../db'

type Keyed = { readonly id: string }

/** What a document has that the engine did not give again, each item with its main fact; and every content key that it has. */
export async function findWithdrawn(
  from: Db | Tx,
  documentId: string,
  made: { readonly facts: readonly Keyed[]; readonly items: readonly Keyed[] },
) {
  const facts = await from.fact.findMany({
    where: { documentId },
    select: { id: true, contentKey: true, engine: true, retired: true, spans: true },
  })
  const items = await from.item.findMany({
    where: { documentId },
    select: {
      id: true,
      contentKey: true,
      retired: true,
      type: true,
      facts: { where: { slot: 0 }, select: { factId: true } },
    },
  })
  const given = new Set([...made.facts, ...made.items].map(({ id }) => id))
  const isWithdrawn = ({ contentKey }: { contentKey: string }) => !given.has(contentKey)
  return {
    /** Of all facts, the content key. */
    factKeys: new Map(facts.map(({ id, contentKey }) => [id, contentKey])),
    known: new Set([...facts, ...items].map(({ contentKey }) => contentKey)),
    facts: facts.filter(isWithdrawn),
    items: items.filter(isWithdrawn).map(({ facts: [main], ...item }) => ({ ...item, factId: main?.factId ?? null })),
  }
}
