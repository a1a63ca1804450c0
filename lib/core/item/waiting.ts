/** Items of a deck that nobody studies until its author has checked them. How many there are is the author's alone. */
export type Waiting =
  | { readonly kind: 'none' }
  | { readonly kind: 'to-check'; readonly items: number }
  | { readonly kind: 'unchecked' }

export function waitingFor(isAuthor: boolean, items: number): Waiting {
  if (items === 0) return { kind: 'none' }
  return isAuthor ? { kind: 'to-check', items } : { kind: 'unchecked' }
}
