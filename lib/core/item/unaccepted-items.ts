/** Whether a deck has items that nobody studies until its author has reviewed them. Only the author sees how many. */
export type UnacceptedItems =
  | { readonly kind: 'none' }
  | { readonly kind: 'to-review'; readonly items: number }
  | { readonly kind: 'unreviewed' }

export function unacceptedItems(isAuthor: boolean, items: number): UnacceptedItems {
  if (items === 0) return { kind: 'none' }
  return isAuthor ? { kind: 'to-review', items } : { kind: 'unreviewed' }
}

/** Measured with authors who read an item, its sentence and the reason to check it. */
const SECONDS_TO_CHECK = 10

/** About how long it takes to check so many items, at least a minute. */
export const minutesToCheck = (items: number): number => Math.max(1, Math.round((items * SECONDS_TO_CHECK) / 60))
