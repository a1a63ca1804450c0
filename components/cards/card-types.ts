export type CardSides = { readonly front: string; readonly back: string }

/** A card that its author wrote. */
export type HandCard = CardSides & { readonly itemId: string }

/** The reason is a key of messages/…/cards.json. */
export type CardRefusal = 'incomplete' | 'too-long' | 'gone' | 'limit-reached' | 'network'

export type CardAdded =
  | { readonly kind: 'added'; readonly deckId: string; readonly card: HandCard }
  | { readonly kind: 'refused'; readonly reason: CardRefusal }

export type CardChanged = { readonly kind: 'changed' } | { readonly kind: 'refused'; readonly reason: CardRefusal }

export type CardActions = {
  /** Without a deck the first card makes one. Fields: deckId, title, front, back. */
  readonly add: (form: FormData) => Promise<CardAdded>
  /** The same for a form without scripts; leads to the deck's cards. */
  readonly post: (form: FormData) => Promise<void>
  readonly save: (deckId: string, card: HandCard) => Promise<CardChanged>
  /** Takes a card away, or puts it back. */
  readonly remove: (deckId: string, itemId: string, isRemoved: boolean) => Promise<CardChanged>
  readonly rename: (deckId: string, title: string) => Promise<CardChanged>
}
