/** What a search looks for and what it shows: the address of its page says so. */
export type SearchView = { readonly words: string; readonly kind: 'items' | 'passages' | null; readonly page: number }

export function searchAddress({ words, kind, page }: SearchView): string {
  const query = new URLSearchParams({ q: words })
  if (kind) query.set('in', kind)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}
