import type { MemoryParameters } from './parameters'
import type { Reviewed } from './schedule-memory'
import { studyDay } from './study-day'

export type Interval = { readonly unit: 'minutes' | 'days' | 'months' | 'years'; readonly count: number }

const MINUTE_MS = 60_000
const MONTH_DAYS = 30.44
const YEAR_DAYS = 365.25
const DAYS_UP_TO = 60
const MONTHS_UP_TO_DAYS = 720

/** The wait until a memory is due as a person would say it: minutes within the steps, then study days. Never less than one. */
export function intervalOf(memory: Reviewed, now: Date, { timeZone, dayStartHour }: MemoryParameters): Interval {
  if (memory.state !== 'review') {
    return { unit: 'minutes', count: Math.max(1, Math.round((memory.due.getTime() - now.getTime()) / MINUTE_MS)) }
  }
  const days = Math.max(1, studyDay(memory.due, timeZone, dayStartHour) - studyDay(now, timeZone, dayStartHour))
  if (days < DAYS_UP_TO) return { unit: 'days', count: days }
  if (days < MONTHS_UP_TO_DAYS) return { unit: 'months', count: Math.round(days / MONTH_DAYS) }
  return { unit: 'years', count: Math.round(days / YEAR_DAYS) }
}
