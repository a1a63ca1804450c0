import type { DeckProgress } from '@/lib/data/progress/deck-progress'

/** What to do next with a deck, as a key of messages/…/deck.json. */
export function nextActivity(progress: Pick<DeckProgress, 'due' | 'new' | 'newToday' | 'lastStudiedDays'>) {
  const { due, newToday, lastStudiedDays } = progress
  if (due > 0) return 'nextReview'
  if (newToday > 0) return lastStudiedDays === null ? 'nextFirst' : 'nextNew'
  return progress.new > 0 ? 'nextTomorrow' : 'nextQuiz'
}
