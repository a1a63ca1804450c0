import { countedRating } from '../scheduling/counted-reviews'
import { type Memory, RATINGS, type Rating } from '../scheduling/memory'

/**
 * How a fact is asked, the easiest first: to be chosen among options, to be recalled into its sentence, or as the card that
 * its items give it (`core/item/card.ts`).
 */
export const RUNGS = ['choice', 'cloze', 'card'] as const
export type Rung = (typeof RUNGS)[number]

/**
 * The rung that a memory stands on. A new fact, and one that lapsed or was hard on its first learning step, is chosen; one on a
 * later learning step is recalled into its sentence; whatever has been through the steps is a card, also when it is forgotten.
 */
export function rungOf(memory: Memory): Rung {
  if (memory.kind === 'new') return 'choice'
  if (memory.state !== 'learning') return 'card'
  return memory.step === 0 ? 'choice' : 'cloze'
}

/** The rung after a rating, for a device that cannot ask the scheduler; with its two learning steps the same as `rungOf`. */
export function rungAfter(rung: Rung, rating: Rating): Rung {
  if (rung === 'card') return 'card'
  if (rating === 'again') return 'choice'
  if (rating === 'hard') return rung
  return rating === 'good' && rung === 'choice' ? 'cloze' : 'card'
}

/** The wanted rung, or the next above it that the fact has an item for. The card is always there. */
export function rungToShow(wanted: Rung, has: (rung: Rung) => boolean): Rung {
  return RUNGS.slice(RUNGS.indexOf(wanted)).find((rung) => rung === 'card' || has(rung)) ?? 'card'
}

/** The ratings that an answer can earn: what was chosen among options is at most Good, and a wrong choice is Again. Null: it was recalled. */
export function earnableRatings(choice: 'right' | 'wrong' | null): readonly Rating[] {
  if (choice === 'wrong') return ['again']
  return RATINGS.filter((rating) => choice === null || countedRating(rating, 'recognition') === rating)
}
