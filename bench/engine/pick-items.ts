import type { WrittenItem } from '../../lib/core/item/item'
import type { RandomSource } from '../../lib/core/shared/random'
import { groupBy } from './group-by'

/** An item of a document, by the document's label. */
export type Candidate = { readonly document: string; readonly item: WrittenItem }

/**
 * So many candidates, each type in its share of all (largest remainders), at least one of each: what the sample says of the
 * whole holds without weights. Fewer when there are fewer.
 */
export function pickItems(candidates: readonly Candidate[], count: number, random: RandomSource): Candidate[] {
  const byType = groupBy(candidates, ({ item }) => item.type)
  const share = Math.min(1, count / Math.max(1, candidates.length))
  const strata = [...byType.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, of]) => ({ of, taken: Math.max(1, Math.floor(of.length * share)), rest: (of.length * share) % 1 }))
  let left = count - strata.reduce((sum, { taken }) => sum + taken, 0)
  for (const stratum of strata.toSorted((a, b) => b.rest - a.rest)) {
    if (left <= 0 || stratum.taken >= stratum.of.length) continue
    stratum.taken += 1
    left -= 1
  }
  return strata.flatMap(({ of, taken }) => thrown(of, random).slice(0, taken))
}

/** In the order that the dice say (Fisher–Yates). */
export function thrown<T>(all: readonly T[], random: RandomSource): T[] {
  const order = [...all]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = order[last] as T
    order[last] = order[other] as T
    order[other] = held
  }
  return order
}
