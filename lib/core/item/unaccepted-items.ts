/** Whether a deck has items that nobody studies until its author has reviewed them. Only the author sees how many. */
export type UnacceptedItems =
  | { readonly kind: 'none' }
  | { readonly kind: 'to-review'; readonly items: number }
  | { readonly kind: 'unreviewed' }

export function unacceptedItems(isAuthor: boolean, items: number): UnacceptedItems {
  if (items === 0) return { kind: 'none' }
  return isAuthor ? { kind: 'to-review', items } : { kind: 'unreviewed' }
}
