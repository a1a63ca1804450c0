import { countedRating } from '../scheduling/counted-reviews'
import { type Memory, RATINGS, type Rating } from '../scheduling/memory'

/**
 * How a fact is asked, the easiest first: by options, by a gap in its sentence, or by the card of its items
 * (`core/item/card.ts`).
 */
export const RUNGS = ['choice', 'cloze', 'card'] as const
export type Rung = (typeof RUNGS)[number]

/**
 * The rung of a memory: `choice` for a new fact and one on its first learning step, `cloze` on a later learning step, `card`
 * after the steps, also when the fact was forgotten since.
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

/** The ratings that an answer can get: a right choice among options is at most Good, a wrong one is Again. Null: recalled without options. */
export function earnableRatings(choice: 'right' | 'wrong' | null): readonly Rating[] {
  if (choice === 'wrong') return ['again']
  return RATINGS.filter((rating) => choice === null || countedRating(rating, 'recognition') === rating)
}
