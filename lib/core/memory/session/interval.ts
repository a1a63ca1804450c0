import { MINUTE_MS } from '../../shared/time'
import type { MemoryParameters } from '../scheduling/parameters'
import type { Reviewed } from '../scheduling/scheduler'
import { isSameStudyDay, studyDay } from '../scheduling/study-day'

export type Interval = { readonly unit: 'minutes' | 'days' | 'months' | 'years'; readonly count: number }

const MONTH_DAYS = 30.44
const YEAR_DAYS = 365.25
const DAYS_UP_TO = 60
const MONTHS_UP_TO_DAYS = 720

/** The time until a memory is due, rounded for people: minutes within the steps, then study days. At least one. */
export function intervalOf(memory: Reviewed, now: Date, parameters: MemoryParameters): Interval {
  return memory.state === 'review' ? daysUntil(memory.due, now, parameters) : minutesUntil(memory.due, now)
}

/** The time until `due`: minutes on the same study day, else days. */
export function waitUntil(due: Date, now: Date, parameters: MemoryParameters): Interval {
  return isSameStudyDay(due, now, parameters) ? minutesUntil(due, now) : daysUntil(due, now, parameters)
}

function minutesUntil(due: Date, now: Date): Interval {
  return { unit: 'minutes', count: Math.max(1, Math.round((due.getTime() - now.getTime()) / MINUTE_MS)) }
}

function daysUntil(due: Date, now: Date, { timeZone, dayStartHour }: MemoryParameters): Interval {
  const days = Math.max(1, studyDay(due, timeZone, dayStartHour) - studyDay(now, timeZone, dayStartHour))
  if (days < DAYS_UP_TO) return { unit: 'days', count: days }
  if (days < MONTHS_UP_TO_DAYS) return { unit: 'months', count: Math.round(days / MONTH_DAYS) }
  return { unit: 'years', count: Math.round(days / YEAR_DAYS) }
}
