import { type DeckPack, latestOf } from '@/lib/core/memory/deck-pack'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { endOfStudyDay } from '@/lib/core/memory/study-day'

/** When the learner's study day ends, as far as the packs of this device know, in milliseconds. */
export function endOfDayHere(packs: readonly DeckPack[], now: number): number {
  const { timeZone, dayStartHour } = latestOf(packs)?.parameters ?? DEFAULT_PARAMETERS
  return endOfStudyDay(new Date(now), timeZone, dayStartHour).getTime()
}
