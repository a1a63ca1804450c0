import type { ItemType } from '../question-types/registry'
import { ANSWER_CHARACTERS, ANSWERS_PER_QUESTION, CARD_SIDE_CHARACTERS } from '../shared/input-limits'
import type { Composition } from './compose'

/** Whether an author's item is within what is saved: of a card, what its sides hold; of a question, what a learner may be asked. */
export function isWithinLimits({ type, stem, key, wrong, accepted = [], reasons = {} }: Composition): boolean {
  const options = [...wrong, ...Object.keys(reasons)]
  const isCard = type === 'flashcard'
  const texts = [stem, ...(isCard ? [key.join('\n')] : key), ...options, ...accepted.flat(), ...Object.values(reasons)]
  const lists = [...(isCard ? [] : [key]), wrong, Object.keys(reasons), accepted, ...accepted]
  return (
    texts.every(({ length }) => length <= charactersOf(type)) &&
    lists.every(({ length }) => length <= ANSWERS_PER_QUESTION)
  )
}

/** Of a side of a card, or of a line of a question. */
export const charactersOf = (type: ItemType): number =>
  type === 'flashcard' ? CARD_SIDE_CHARACTERS : ANSWER_CHARACTERS
