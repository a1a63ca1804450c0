import type { MapUnit } from '@/lib/core/statistics/recall-map'

/** The facts of a sentence that Study can ask; the others are asked in quizzes only. */
export function askedIn(unit: MapUnit): readonly string[] {
  return unit.facts.filter(({ hasCard }) => hasCard).map(({ id }) => id)
}
