import type { Item, PublicItem } from './item'
import { isPaired, pairsOf } from './pairs'

/** What may reach a browser before the answer. Picks, never spreads: a new private field stays private. */
export function publicItem(item: Item): PublicItem {
  return {
    id: item.id,
    type: item.type as PublicItem['type'],
    stem: item.stem,
    options: [...item.options],
    // Without their right sides: those stand among the options, in an order that a seed gave.
    prompts: isPaired(item.type) ? pairsOf(item).map(({ left }) => left) : [],
    answers: answersOf(item),
  }
}

function answersOf(item: Item): number {
  if (item.type === 'multiple') return 0
  return item.key.length
}
