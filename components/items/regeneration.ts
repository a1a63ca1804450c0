/** What the server sends while it regenerates a deck, one JSON object a line. */
export type RegenerateEvent =
  | { readonly kind: 'progress'; readonly phase: 'queued' | 'reading' | 'saving' }
  | { readonly kind: 'progress'; readonly phase: 'generating'; readonly done: number; readonly total: number }
  /** `address` is the list of items, with the counts below in its query. */
  | { readonly kind: 'regenerated'; readonly address: string }
  | RegenerateRefusal

/** The reason is a key of messages/…/items.json. */
export type RegenerateRefusal = {
  readonly kind: 'refused'
  readonly reason: 'cancelled' | 'busy' | 'failed' | 'slow' | 'network' | 'gone' | 'unchanged' | 'generating'
  readonly seconds?: number
}

/** What regenerating a deck did to its facts or items. */
export type RowCounts = {
  readonly fresh: number
  readonly changed: number
  readonly kept: number
  readonly gone: number
  readonly held: number
}
export type RegenerationCounts = { readonly facts: RowCounts; readonly items: RowCounts }

const NAMES = ['fresh', 'changed', 'kept', 'gone', 'held'] as const

/** For an address: five numbers for the facts and five for the items. */
export function writeCounts({ facts, items }: RegenerationCounts): string {
  return [facts, items].map((counts) => NAMES.map((name) => counts[name]).join('-')).join('.')
}

/** Null if the parameter is missing or malformed. */
export function readCounts(parameter: unknown): RegenerationCounts | null {
  const numbers = /^\d{1,7}(?:[-.]\d{1,7}){9}$/.test(String(parameter))
    ? String(parameter).split(/[-.]/).map(Number)
    : []
  const at = (index: number) => numbers[index] ?? 0
  const countsFrom = (first: number): RowCounts => ({
    fresh: at(first),
    changed: at(first + 1),
    kept: at(first + 2),
    gone: at(first + 3),
    held: at(first + 4),
  })
  return numbers.length === 0 ? null : { facts: countsFrom(0), items: countsFrom(NAMES.length) }
}
