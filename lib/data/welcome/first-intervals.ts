import 'server-only'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { reviewMemory } from '@/lib/core/memory/scheduling/scheduler'
import { studyDay } from '@/lib/core/memory/scheduling/study-day'

// Any day: only the distances count.
const BEGIN = new Date(Date.UTC(2026, 0, 5, 12))
const { timeZone, dayStartHour } = DEFAULT_PARAMETERS

/** Days from one right answer to the next, for a fact that is known each time it comes back; the real scheduler's numbers. */
export function firstIntervals(): readonly [number, number, number] {
  const [first = 1, second = 1, third = 1] = waits({ kind: 'new' }, BEGIN)
  return [first, second, third]
}

function waits(memory: Memory, now: Date, found: readonly number[] = []): readonly number[] {
  if (found.length === 3) return found
  const next = reviewMemory(memory, 'good', now, DEFAULT_PARAMETERS, null)
  const days = studyDay(next.due, timeZone, dayStartHour) - studyDay(now, timeZone, dayStartHour)
  // Steps of minutes within the first day are no interval to tell of.
  return waits(next, next.due, days > 0 ? [...found, days] : found)
}
