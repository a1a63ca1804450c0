import type { StudyCard } from '@/lib/core/memory/study-card'

/** About five minutes: an end in sight, and what changed is told while it is remembered. */
export const CARDS_OF_A_SESSION = 20

/** After a reload the card that was open is open again, if it still is to be studied. */
export function openCardFirst(cards: readonly StudyCard[], factId: string | null | undefined): readonly StudyCard[] {
  const open = cards.find((card) => card.factId === factId)
  return open ? [open, ...cards.filter((other) => other !== open)] : cards
}
