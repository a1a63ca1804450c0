/** The address of Study says what is studied, which answer is open and what can be taken back: a reload loses nothing. */
export function studyAddress(place: {
  deckId: string | null
  /** Null: whatever is due. */
  factIds: readonly string[] | null
  open?: { factId: string; typed: string } | null
  lastReviewId?: string | null
}): string {
  const query = new URLSearchParams()
  if (place.deckId) query.set('deck', place.deckId)
  if (place.factIds) query.set('facts', place.factIds.join(',') || 'none')
  if (place.open) {
    query.set('card', place.open.factId)
    query.set('show', '1')
    if (place.open.typed) query.set('typed', place.open.typed)
  }
  if (place.lastReviewId) query.set('last', place.lastReviewId)
  const written = query.toString().replaceAll('%2C', ',')
  return written ? `/study?${written}` : '/study'
}
