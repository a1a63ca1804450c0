/** The address of Study says what is studied, which card is on screen, on which side, and what can be taken back: a reload loses nothing. */
export function studyAddress(place: {
  deckId: string | null
  /** Null: whatever is due. */
  factIds: readonly string[] | null
  only?: string | null
  cram?: boolean
  /** The card on screen; `typed` is what was written or chosen before its answer was opened, null while it is closed. */
  card?: { factId: string; typed: string | null } | null
  lastReviewId?: string | null
}): string {
  const { card } = place
  const isShown = card && card.typed !== null
  const entries = {
    deck: place.deckId,
    only: place.only,
    cram: place.cram ? '1' : null,
    facts: place.factIds && (place.factIds.join(',') || 'none'),
    card: card?.factId,
    show: isShown ? '1' : null,
    typed: card?.typed,
    last: place.lastReviewId,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(entries)) if (value) query.set(name, value)
  const written = query.toString().replaceAll('%2C', ',')
  return written ? `/study?${written}` : '/study'
}
