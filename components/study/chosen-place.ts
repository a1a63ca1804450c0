import { type Selection, writeSelection } from '@/lib/core/memory/selection'
import { CARDS_OF_A_SESSION } from './open-card-first'
import { studyAddress } from './study-address'
import type { StudyPlace } from './study-place'

/** What an address of Study asks for. */
type Asked = Omit<StudyPlace, 'only'> & { readonly only: Selection }

/** Rating takes no fact out of these, and practice out of none: what comes next is told by how many came before. */
function isLeftAsItIs({ only, cram }: Pick<Asked, 'only' | 'cram'>): boolean {
  return cram || ['all', 'starred', 'tag', 'forgotten'].includes(only.kind)
}

/** Its own facts are named by now, so they do not tell what follows them. */
export function isPartOfSelection(asked: Pick<Asked, 'factIds' | 'only' | 'cram'>): boolean {
  return asked.factIds !== null && isLeftAsItIs(asked)
}

/** How many facts of the selection came in sessions before this one. */
export function cameBefore(asked: Asked): number {
  return isLeftAsItIs(asked) ? asked.from : 0
}

/** Where the rest of the selection is studied. */
export function goOnFrom(asked: Asked): string {
  const { deckId, only, cram } = asked
  const from = isLeftAsItIs(asked) ? asked.from + CARDS_OF_A_SESSION : 0
  return studyAddress({ deckId, only: writeSelection(only), cram, from, factIds: null })
}

/** A set that was chosen, or is only practised, is named by its facts: rating one must not make another of it. */
export function placeOf(asked: Asked, cards: readonly { readonly factId: string }[]): StudyPlace {
  const { deckId, lastReviewId, cram, from } = asked
  const only = writeSelection(asked.only)
  const isFixed = only !== null || cram
  const factIds = asked.factIds ?? (isFixed && cards.length > 0 ? cards.map(({ factId }) => factId) : null)
  return { deckId, factIds, lastReviewId, only, cram, from }
}

/** The facts of a set whose last rating was taken back: its fact comes first. */
export function takenBackFirst<Id extends string>(factIds: readonly Id[], factId: Id): readonly Id[] {
  return [factId, ...factIds.filter((other) => other !== factId)]
}
