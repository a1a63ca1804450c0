/** Whether a deck has items that nobody studies until its author has reviewed them. Only the author sees how many. */
export type NeedsReview =
  | { readonly kind: 'none' }
  | { readonly kind: 'to-review'; readonly items: number }
  | { readonly kind: 'unreviewed' }

export function needsReview(isAuthor: boolean, items: number): NeedsReview {
  if (items === 0) return { kind: 'none' }
  return isAuthor ? { kind: 'to-review', items } : { kind: 'unreviewed' }
}
