import { ITEM_TYPES, type ItemType, itemType, type Typed, write } from '../question-types/registry'
import { GAP } from '../shared/gap-placeholder'
import { withHint, withoutHint } from './hint'

/** Both sides of a card: what is asked, and one entry or the members of a list. */
export type Card = { readonly front: string; readonly back: readonly string[] }

/**
 * Types that can be cards, the most like a card first: with an answer to recall, then with one to recall from its sentence, last
 * with one to choose. Statements, several options and arrangements need their options.
 */
export const CARD_TYPES: readonly ItemType[] = ITEM_TYPES.filter((type) => itemType(type).cardRank !== null).sort(
  (a, b) => (itemType(a).cardRank ?? 0) - (itemType(b).cardRank ?? 0),
)

type Stemmed = { readonly type: ItemType; readonly stem: string }

/** Whether Study can show an item as a card. */
export function isCard({ type, stem }: Stemmed): boolean {
  const { cardRank, isCardStem } = itemType(type)
  return cardRank !== null && (isCardStem?.(stem) ?? true)
}

/** The item as a card: its stem without hint in front, its key behind (of a choice the right option); null if it cannot be one. */
export function toCard(item: Typed & { readonly stem: string }): Card | null {
  return isCard(item) ? cardSides(item) : null
}

/** The two sides of an item that was saved as a card. */
export function cardSides(item: Typed & { readonly stem: string }): Card {
  return { front: withoutHint(item.stem), back: write(item).key }
}

/**
 * The item as its sentence with one gap and a hint; null if it is no such sentence, or its answer has no hint.
 */
export function asHelpedCloze(item: Typed & { readonly stem: string }): Card | null {
  const card = toCard(item)
  const [answer = '', ...more] = card?.back ?? []
  if (!card || more.length > 0 || card.front.split(GAP).length !== 2) return null
  const helped = withHint(card.front, answer)
  return helped === card.front ? null : { front: helped, back: card.back }
}

/**
 * Of items on one fact that can be cards, in their order, those that Study shows in turn: its flashcards; or else the one
 * question that comes first in `CARD_TYPES`; or none.
 */
export function pickCards<T extends { readonly type: ItemType }>(cards: readonly T[]): readonly T[] {
  const [best] = CARD_TYPES.map((wanted) => cards.filter(({ type }) => type === wanted)).filter(
    (some) => some.length > 0,
  )
  if (!best) return []
  return best[0]?.type === 'flashcard' ? best : best.slice(0, 1)
}
