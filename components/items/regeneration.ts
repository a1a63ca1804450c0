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

/** What regenerating a deck did to its items. */
export type RegenerationCounts = {
  readonly fresh: number
  readonly changed: number
  readonly kept: number
  readonly gone: number
  readonly held: number
}

const NAMES = ['fresh', 'changed', 'kept', 'gone', 'held'] as const

/** For an address: five numbers. */
export function writeCounts(counts: RegenerationCounts): string {
  return NAMES.map((name) => counts[name]).join('-')
}

/** Null if the parameter is missing or malformed. */
export function readCounts(parameter: unknown): RegenerationCounts | null {
  if (typeof parameter !== 'string' || !/^\d{1,7}(?:-\d{1,7}){4}$/.test(parameter)) return null
  const [fresh = 0, changed = 0, kept = 0, gone = 0, held = 0] = parameter.split('-').map(Number)
  return { fresh, changed, kept, gone, held }
}
