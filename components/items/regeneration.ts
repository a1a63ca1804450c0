/** What the server tells, one JSON object a line, while it reads a deck's document again. */
export type RegenerateEvent =
  | { readonly kind: 'progress'; readonly phase: 'waiting' | 'reading' | 'saving' }
  | { readonly kind: 'progress'; readonly phase: 'generating'; readonly done: number; readonly total: number }
  /** `address` leads to the items with what became of them. */
  | { readonly kind: 'regenerated'; readonly address: string }
  | RegenerateRefusal

/** Why not, as a key of messages/…/items.json. */
export type RegenerateRefusal = {
  readonly kind: 'refused'
  readonly reason: 'cancelled' | 'busy' | 'failed' | 'slow' | 'network' | 'gone' | 'unchanged' | 'generating'
  readonly seconds?: number
}
