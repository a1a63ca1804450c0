/** In a stem, in place of the answer. */
export const GAP = '_____'

/** A gap as an author types it may be shorter or longer. */
const TYPED_GAP = /_{3,}/

/** The words around the gaps of a stem: one piece more than it has gaps. */
export function wordsAroundGaps(stem: string): readonly string[] {
  return stem.split(TYPED_GAP)
}

export function countGaps(stem: string): number {
  return wordsAroundGaps(stem).length - 1
}
