export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]

export type MemoryState = 'learning' | 'review' | 'relearning'

/** What a learner retains of one fact. */
export type Memory =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'reviewed'
      readonly state: MemoryState
      /** Days until recall falls to 90 % (FSRS stability). */
      readonly stability: number
      /** 1 (easy) to 10 (hard). */
      readonly difficulty: number
      readonly lastReview: Date
      readonly due: Date
      /** Index of the learning step that is next. */
      readonly step: number
      readonly reviews: number
      readonly lapses: number
      /** The last answer was wrong (Again), whether or not it moved the schedule; an answer with a hint is none. */
      readonly failed: boolean
    }

/** How many reviews have made it. */
export function reviewsOf(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.reviews
}

/** What screens call each step of mastery. */
export const MASTERY_NAMES = ['none', 'attempted', 'familiar', 'proficient', 'mastered'] as const
/** 0 not seen, 1 Attempted, 2 Familiar, 3 Proficient, 4 Mastered. */
export type Mastery = 0 | 1 | 2 | 3 | 4

const LEECH_FROM_LAPSES = 8
const AND_EVERY_LAPSES = 4

/**
 * Whether the last lapse made a leech: a fact that keeps being forgotten, so that another kind of item, or a pause, serves
 * better than one more review. True at 8 lapses and at every fourth after, as in Anki; ask it when a lapse was added.
 */
export function isLeech(memory: Memory): boolean {
  return memory.kind === 'reviewed' && isLeechAt(memory.lapses)
}

/** The same by the number of lapses, for a device that has no more of the memory. */
export function isLeechAt(lapses: number): boolean {
  return lapses >= LEECH_FROM_LAPSES && (lapses - LEECH_FROM_LAPSES) % AND_EVERY_LAPSES === 0
}
