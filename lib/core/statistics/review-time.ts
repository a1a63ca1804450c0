import { MINUTE_MS } from '../shared/time'
import { hasEnoughObservations } from './minimum-observations'

/** Assumed where a learner has answered too little to be measured. */
export const ASSUMED_SECONDS_PER_CARD = 10
/** A new fact is met at least twice on its first day. */
export const LOOKS_PER_NEW_FACT = 2

/** Median seconds that a learner takes for a card. */
export function secondsPerCard(durationsMs: readonly number[]): number {
  if (!hasEnoughObservations(durationsMs.length)) return ASSUMED_SECONDS_PER_CARD
  const sorted = [...durationsMs].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? ASSUMED_SECONDS_PER_CARD * 1000) / 1000
}

/** Whole minutes of a length of time; 0 for less than one, which screens say in words. */
export function wholeMinutes(ms: number): number {
  return ms < MINUTE_MS ? 0 : Math.round(ms / MINUTE_MS)
}

/** Whole minutes for so many reviews and new facts; 0 for less than one. */
export function minutesFor(counts: { toReview: number; new: number }, seconds: number): number {
  const cards = counts.toReview + counts.new * LOOKS_PER_NEW_FACT
  return wholeMinutes(cards * seconds * 1000)
}
