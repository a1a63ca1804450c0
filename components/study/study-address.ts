/** The address of Study says what is studied, which card is on screen, on which side, and what can be taken back: a reload loses nothing. */
export function studyAddress(place: {
  deckId: string | null
  /** Null: whatever is due. */
  factIds: readonly string[] | null
  /** The card on screen; `typed` is what was written before its answer was opened, null while it is closed. */
  card?: { factId: string; typed: string | null } | null
  lastReviewId?: string | null
}): string {
  const query = new URLSearchParams()
  if (place.deckId) query.set('deck', place.deckId)
  if (place.factIds) query.set('facts', place.factIds.join(',') || 'none')
  const typed = place.card?.typed
  if (place.card) query.set('card', place.card.factId)
  if (place.card && typed !== null) query.set('show', '1')
  if (typed) query.set('typed', typed)
  if (place.lastReviewId) query.set('last', place.lastReviewId)
  const written = query.toString().replaceAll('%2C', ',')
  return written ? `/study?${written}` : '/study'
}
