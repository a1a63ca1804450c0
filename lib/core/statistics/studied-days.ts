/** What was done on one study day. Days without a review are left out of a list of these. */
export type StudiedDay = {
  /** Days since 1970-01-01. */
  readonly day: number
  readonly reviews: number
  readonly ms: number
}

const DAYS_OF_A_WEEK = 7
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_OFFSET = 3
/** Shares of the busiest day from which a square of the calendar is filled one step more. */
const LEVEL_FROM = [0.75, 0.5, 0.25] as const

/** Study days with at least one review among the last `window`, today being one of them. */
export function daysStudied(days: readonly StudiedDay[], today: number, window: number): number {
  return days.filter(({ day }) => day > today - window && day <= today).length
}

export function busiest(days: readonly StudiedDay[]): StudiedDay | null {
  return days.reduce<StudiedDay | null>((most, day) => (most && most.reviews >= day.reviews ? most : day), null)
}

/** A day stands out with at least so many times what the others with any have, and with more than a few. */
const STANDS_OUT = 2
const A_FEW = 2

/** Whether one of many days is worth naming: `all` lies on one, or one has much more than the others. Places count from 0. */
export type Peak = { readonly kind: 'all' | 'most'; readonly place: number } | { readonly kind: 'even' }

export function peakOf(counts: readonly number[]): Peak {
  const most = Math.max(0, ...counts)
  if (most === 0) return { kind: 'even' }
  const place = counts.indexOf(most)
  const others = counts.filter((count, at) => count > 0 && at !== place)
  if (others.length === 0) return { kind: 'all', place }
  const mean = others.reduce((sum, count) => sum + count, 0) / others.length
  return most > A_FEW && most >= STANDS_OUT * mean ? { kind: 'most', place } : { kind: 'even' }
}

export function totals(days: readonly StudiedDay[]): { readonly reviews: number; readonly ms: number } {
  return days.reduce((sum, { reviews, ms }) => ({ reviews: sum.reviews + reviews, ms: sum.ms + ms }), {
    reviews: 0,
    ms: 0,
  })
}

/** 0 nothing, then 1 to 4 by quarters of the busiest day. */
type CalendarLevel = 0 | 1 | 2 | 3 | 4
export type CalendarDay = StudiedDay & { readonly level: CalendarLevel }
/** Seven days from Monday on; null: a day that is not come yet. */
export type CalendarWeek = { readonly monday: number; readonly days: readonly (CalendarDay | null)[] }

/** The last `weeks` weeks, that of today last. */
export function calendarOf(days: readonly StudiedDay[], today: number, weeks: number): readonly CalendarWeek[] {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const most = busiest(days)?.reviews ?? 0
  const first = firstCalendarDay(today, weeks)
  return Array.from({ length: weeks }, (_, week) => {
    const monday = first + week * DAYS_OF_A_WEEK
    const whole = Array.from({ length: DAYS_OF_A_WEEK }, (_, offset) => {
      const day = monday + offset
      if (day > today) return null
      const { reviews, ms } = byDay.get(day) ?? { reviews: 0, ms: 0 }
      return { day, reviews, ms, level: levelOf(reviews, most) }
    })
    return { monday, days: whole }
  })
}

/** The Monday on which a calendar of so many weeks begins. */
export function firstCalendarDay(today: number, weeks: number): number {
  const sinceMonday = (((today + MONDAY_OFFSET) % DAYS_OF_A_WEEK) + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK
  return today - sinceMonday - (weeks - 1) * DAYS_OF_A_WEEK
}

function levelOf(reviews: number, most: number): CalendarLevel {
  if (reviews === 0) return 0
  const place = LEVEL_FROM.findIndex((from) => reviews > from * most)
  return place === -1 ? 1 : ((4 - place) as CalendarLevel)
}
