import 'server-only'

const DAY_MS = 86_400_000

/** A date of the calendar as the database keeps it, from the days since 1970 that core counts in; and back. */
export function dateOfDay(day: number): Date {
  return new Date(day * DAY_MS)
}

export function dayOfDate(date: Date): number {
  return Math.round(date.getTime() / DAY_MS)
}
