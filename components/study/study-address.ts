/** The address of Study says what is studied, which card is on screen, on which side, and what can be taken back: a reload loses nothing. */
export function studyAddress(place: {
  deckId: string | null
  /** Null: whatever is due. */
  factIds: readonly string[] | null
  only?: string | null
  cram?: boolean
  from?: number
  /** The card on screen; `typed` is what was written or chosen before its answer was opened, null while it is closed. */
  card?: { factId: string; typed: string | null; hints?: number } | null
  lastReviewId?: string | null
}): string {
  const { card } = place
  const entries = {
    deck: place.deckId,
    only: place.only,
    cram: place.cram ? '1' : null,
    from: place.from ? String(place.from) : null,
    facts: place.factIds && (place.factIds.join(',') || 'none'),
    card: card?.factId,
    ...sideOf(card),
    last: place.lastReviewId,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(entries)) if (value) query.set(name, value)
  const written = query.toString().replaceAll('%2C', ',')
  return written ? `/study?${written}` : '/study'
}

/** Which side of the card is up, what was given for it, and how many letters were asked for. */
function sideOf(card: Parameters<typeof studyAddress>[0]['card']) {
  if (!card) return {}
  return { show: card.typed === null ? null : '1', typed: card.typed, hints: card.hints ? String(card.hints) : null }
}
