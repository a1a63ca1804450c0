export type Refusal = 'signed-out' | 'someone-else' | 'other'

/** What the badge may truthfully say. `refused`: the server answered and will not take it. */
export type OutboxState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'too-many-guests'; readonly waiting: number }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly waiting: number }

/** What the screen says: also of ratings that reached the server, and that it did not save. */
export type SaveState = OutboxState | { readonly kind: 'rejected'; readonly count: number }
