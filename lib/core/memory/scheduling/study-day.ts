import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time'
import type { MemoryParameters } from './parameters'

/** Zones reach from UTC−12 to UTC+14, and clocks are put back by at most a day (Samoa skipped one in 2011). */
const SEARCH_HOURS = 50

/**
 * The study day that a moment belongs to, as days since 1970-01-01: the date on the learner's wall clock, or the date
 * before while that clock has not yet reached `dayStartHour`. Read off the wall clock and not by adding hours, so it
 * holds on the days on which clocks are changed. An unknown zone counts as UTC.
 */
export function studyDay(at: Date, timeZone: string, dayStartHour: number): number {
  const wall = wallClock(at, timeZone)
  const day = Math.floor(wall / DAY_MS)
  return wall - day * DAY_MS >= dayStartHour * HOUR_MS ? day : day - 1
}

/** The first moment of a study day. */
export function startOfStudyDay(day: number, timeZone: string, dayStartHour: number): Date {
  const wanted = day * DAY_MS + dayStartHour * HOUR_MS
  const near = wanted - offsetAt(wanted, timeZone)
  const guess = wanted - offsetAt(near, timeZone)
  const begins = (at: number) => studyDay(new Date(at), timeZone, dayStartHour) >= day
  // On nearly every day the wall clock shows that hour exactly once.
  if (begins(guess) && !begins(guess - 1)) return new Date(guess)
  return new Date(firstMoment(wanted - SEARCH_HOURS * HOUR_MS, wanted + SEARCH_HOURS * HOUR_MS, begins))
}

/** The moment at which the study day of `now` began. */
export function beginOfStudyDay(now: Date, timeZone: string, dayStartHour: number): Date {
  return startOfStudyDay(studyDay(now, timeZone, dayStartHour), timeZone, dayStartHour)
}

/** The moment at which the study day of `now` is over. */
export function endOfStudyDay(now: Date, timeZone: string, dayStartHour: number): Date {
  return startOfStudyDay(studyDay(now, timeZone, dayStartHour) + 1, timeZone, dayStartHour)
}

/**
 * The first moments of `count` study days from `first` on, and the moment at which the last of them is over. A moment lies in
 * study day `first + n - 1` when n of these are not later than it: so a database can group by study day without knowing
 * time zones, and on days on which clocks are changed it agrees with `studyDay`.
 */
export function dayBounds(
  first: number,
  count: number,
  { timeZone, dayStartHour }: Pick<MemoryParameters, 'timeZone' | 'dayStartHour'>,
): readonly Date[] {
  return Array.from({ length: count + 1 }, (_, day) => startOfStudyDay(first + day, timeZone, dayStartHour))
}

/** A study day as a date in ISO form, `2026-06-03`. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

function firstMoment(low: number, high: number, holds: (at: number) => boolean): number {
  let before = low
  let after = high
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (holds(middle)) after = middle
    else before = middle
  }
  return after
}

/** What the wall clock of a zone shows, as if it were UTC, in milliseconds. */
function wallClock(at: Date, timeZone: string): number {
  return at.getTime() + offsetAt(at.getTime(), timeZone)
}

/** Clocks are put forward and back on a quarter of an hour, wherever they are; the last that were not, in Newfoundland, since 2011. */
const QUARTER_MS = 15 * MINUTE_MS
const MOST_OFFSETS = 10_000
const offsets = new Map<string, number>()

/** Asked dozens of times for each review, always about the same few days: looked up once for each quarter of an hour. */
function offsetAt(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const quarter = Math.floor(at / QUARTER_MS)
  const key = `${quarter} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= MOST_OFFSETS) offsets.clear()
  const found = lookUpOffset(quarter * QUARTER_MS, timeZone)
  offsets.set(key, found)
  return found
}

function lookUpOffset(whole: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const part of clockOf(timeZone).formatToParts(whole)) parts[part.type] = Number(part.value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute) - whole
}

/** Names differ in case too, and the learner chooses them. */
const MOST_CLOCKS = 500
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  if (clocks.size >= MOST_CLOCKS) clocks.clear()
  const made = makeClock(timeZone)
  clocks.set(timeZone, made)
  return made
}

function makeClock(timeZone: string): Intl.DateTimeFormat {
  const shape = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { ...shape, hourCycle: 'h23', timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...shape, hourCycle: 'h23', timeZone: 'UTC' })
  }
}

export function isSameStudyDay(a: Date, b: Date, { timeZone, dayStartHour }: MemoryParameters): boolean {
  return studyDay(a, timeZone, dayStartHour) === studyDay(b, timeZone, dayStartHour)
}

export function studyDaysBetween(from: Date, to: Date, { timeZone, dayStartHour }: MemoryParameters): number {
  return Math.max(0, studyDay(to, timeZone, dayStartHour) - studyDay(from, timeZone, dayStartHour))
}
