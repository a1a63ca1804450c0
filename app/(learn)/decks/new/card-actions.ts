import type { CardActions } from '@/components/cards/card-types'
import { addCardAction, postCard, removeCard, renameHandDeck, saveCard } from './actions'

export const CARD_ACTIONS: CardActions = {
  add: addCardAction,
  post: postCard,
  save: saveCard,
  remove: removeCard,
  rename: renameHandDeck,
}
