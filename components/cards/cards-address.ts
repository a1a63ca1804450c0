/** Where the cards of a deck without a document are written. */
export const cardsAddress = (deckId: string): string => `/decks/new?deck=${deckId}`
