import { isSameStudyDay } from './counts'
import type { Memory } from './memory'
import type { MemoryParameters } from './parameters'
import type { Pile } from './study-card'
import { endOfStudyDay } from './study-day'

/** A step that is due within this time is shown early rather than letting someone wait before an empty screen. */
const LEARN_AHEAD_MINUTES = 20
const MINUTE_MS = 60_000

/** Where a fact stands today: to be met, on its steps, to review; null: nothing to do before a later day. */
export function pileOf(memory: Memory, now: Date, parameters: MemoryParameters): Pile | null {
  if (memory.kind === 'new') return 'new'
  const { timeZone, dayStartHour } = parameters
  if (memory.state !== 'review') {
    return memory.due <= learnAheadUntil(now) ? 'learning' : null
  }
  // After a move to another time zone a fact may be due on the day on which it was reviewed: it waits for the next one.
  if (isSameStudyDay(memory.lastReview, now, parameters)) return null
  return memory.due < endOfStudyDay(now, timeZone, dayStartHour) ? 'due' : null
}

/** Until when a step may be due to be shown now. */
export function learnAheadUntil(now: Date): Date {
  return new Date(now.getTime() + LEARN_AHEAD_MINUTES * MINUTE_MS)
}
