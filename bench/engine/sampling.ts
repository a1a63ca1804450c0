import type { WrittenItem } from '../../lib/core/item/item'
import type { RandomSource } from '../../lib/core/shared/random'
import { groupBy } from './group-by'
import type { Bookkeeping } from './judgement-files'

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
    .map(([, group]) => {
      const wanted = group.length * share
      return { group, taken: Math.max(1, Math.floor(wanted)), rest: wanted % 1 }
    })
  let left = count - strata.reduce((sum, { taken }) => sum + taken, 0)
  for (const stratum of strata.toSorted((a, b) => b.rest - a.rest)) {
    if (left <= 0 || stratum.taken >= stratum.group.length) continue
    stratum.taken += 1
    left -= 1
  }
  return strata.flatMap(({ group, taken }) => inRandomOrder(group, random).slice(0, taken))
}

/** Fisher–Yates. */
export function inRandomOrder<T>(all: readonly T[], random: RandomSource): T[] {
  const order = [...all]
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const held = order[last] as T
    order[last] = order[at] as T
    order[at] = held
  }
  return order
}

type Planted = { readonly item: WrittenItem; readonly kind: NonNullable<Bookkeeping['items'][number]['planted']> }

/**
 * The item with a fault that a careful reader must find; null where none can surely be planted. `source` is another item of the
 * same document with other evidence.
 */
export function plantFault(item: WrittenItem, source: WrittenItem): Planted | null {
  if (item.type === 'true-false') return withAnswer(item, item.key[0] === 'True' ? 'False' : 'True', 'wrong-key')
  const wrong = item.options.find((option) => !item.key.includes(option))
  if (item.type === 'choice' && wrong !== undefined) return withAnswer(item, wrong, 'wrong-key')
  const answer = source.key[0]
  const [key = ''] = item.key
  if (item.type === 'flashcard' && source.type === 'flashcard' && item.key.length === 1 && answer && answer !== key)
    return withAnswer(item, answer, 'wrong-answer')
  const quotes = new Set(item.evidence.map(({ quote }) => quote))
  if (source.evidence.some(({ quote }) => quotes.has(quote))) return null
  return { item: { ...item, evidence: source.evidence }, kind: 'wrong-evidence' }
}

/** Key, explanation and reasons tell the same wrong thing: only the document gives it away. */
function withAnswer(item: WrittenItem, answer: string, kind: Planted['kind']): Planted {
  const [key = ''] = item.key
  const reason = item.distractorReasons[answer]
  const { [answer]: _, ...reasons } = item.distractorReasons
  return {
    kind,
    item: {
      ...item,
      key: [answer],
      explanation: item.type === 'true-false' ? item.stem : item.explanation.replaceAll(key, () => answer),
      distractorReasons: reason === undefined ? reasons : { ...reasons, [key]: reason.replaceAll(answer, () => key) },
    },
  }
}
