/** A page of the list of decks, of all or of those under a tag. */
export function decksAddress(tag: string | null, page = 1): string {
  const query = new URLSearchParams()
  if (tag) query.set('tag', tag)
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written ? `/decks?${written}` : '/decks'
}
