import type { Item, ItemType } from './item'

/** One entry of a matching's or categorising's key: what is asked about, and what belongs to it. */
export type Pair = { readonly left: string; readonly right: string }

const ARROW = ' → '

/** Types whose key entries are pairs. */
export function isPaired(type: ItemType): boolean {
  return type === 'matching' || type === 'categorising'
}

export function pairText({ left, right }: Pair): string {
  return `${left}${ARROW}${right}`
}

/** A line as an author types it, "left -> right", as a key holds it. */
export function pairLine(line: string): string {
  return line.trim().replace(/\s*(?:->|=>|→)\s*/g, ARROW)
}

/** The pairs in the order of the key. Where the words hold an arrow themselves, the right side is the one that is offered. */
export function pairsOf({ key, options }: Pick<Item, 'key' | 'options'>): readonly Pair[] {
  return key.map((entry) => {
    const cuts = cutsOf(entry)
    return cuts.find(({ right }) => options.includes(right)) ?? cuts[0] ?? { left: entry, right: '' }
  })
}

function cutsOf(entry: string): Pair[] {
  const parts = entry.split(ARROW)
  return parts.slice(1).map((_, at) => ({
    left: parts.slice(0, at + 1).join(ARROW),
    right: parts.slice(at + 1).join(ARROW),
  }))
}

/** The options that a key names, each once: of a pair its right side, of anything else the entry itself. */
export function rightOptions({ type, key, options }: Pick<Item, 'type' | 'key' | 'options'>): readonly string[] {
  return isPaired(type) ? [...new Set(pairsOf({ key, options }).map(({ right }) => right))] : key
}
