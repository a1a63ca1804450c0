import { cache } from 'react'
import { DeckId } from '@/lib/core/ids'
import { countStudyable, findDeck } from '@/lib/data/decks/find-deck'
import { getViewer } from '@/lib/session'

/** The viewer and the deck in the address. Layout, tab and title share one query per request. */
export const openDeck = cache(async (id: string) => {
  const viewer = await getViewer()
  const deckId = DeckId.safeParse(id).data
  return { viewer, deck: deckId ? await findDeck(viewer, deckId) : null }
})

/** What there is to study of a deck that `openDeck` found. */
export const openContents = cache(async (deckId: DeckId) => countStudyable(await getViewer(), deckId))
