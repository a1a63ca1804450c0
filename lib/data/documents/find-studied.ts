import 'server-only'
import type { Db, Tx } from '../../db'

/** Of the facts those that somebody remembers or has reviewed. */
export async function findStudied(from: Db | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await from.fact.findMany({
    where: { id: { in: [...ids] }, OR: [{ memories: { some: {} } }, { reviews: { some: {} } }] },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
