import { isEnoughToTell } from './enough-to-tell'

/** Assumed where a learner has answered too little to be measured. */
export const ASSUMED_SECONDS_PER_CARD = 10
/** A new fact is met at least twice on its first day. */
export const LOOKS_PER_NEW_FACT = 2

/** Median seconds that a learner takes for a card. */
export function secondsPerCard(durationsMs: readonly number[]): number {
  if (!isEnoughToTell(durationsMs.length)) return ASSUMED_SECONDS_PER_CARD
  const sorted = [...durationsMs].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? ASSUMED_SECONDS_PER_CARD * 1000) / 1000
}

/** Whole minutes for so many reviews and new facts; 0 only when there is nothing to do. */
export function minutesFor(counts: { toReview: number; new: number }, seconds: number): number {
  const cards = counts.toReview + counts.new * LOOKS_PER_NEW_FACT
  return cards === 0 ? 0 : Math.max(1, Math.round((cards * seconds) / 60))
}
