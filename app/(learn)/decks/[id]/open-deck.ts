import { cache } from 'react'
import { DeckId } from '@/lib/core/ids'
import { findDeck } from '@/lib/data/decks/find-deck'
import { getViewer } from '@/lib/session'

/** The deck of the address with who looks at it; asked once a request by layout, tab and title. */
export const openDeck = cache(async (id: string) => {
  const viewer = await getViewer()
  const deckId = DeckId.safeParse(id).data
  return { viewer, deck: deckId ? await findDeck(viewer, deckId) : null }
})
