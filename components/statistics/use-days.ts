import { useFormatter } from 'next-intl'
import { CALENDAR } from '../ui/calendar-day'

const DAY_MS = 86_400_000

/** Words for study days: they are dates of the calendar already, so no zone is applied. */
export function useDays() {
  const format = useFormatter()
  const at = (day: number) => new Date(day * DAY_MS)
  return {
    date: (day: number) => format.dateTime(at(day), { day: 'numeric', month: 'long', ...CALENDAR }),
    weekday: (day: number) =>
      format.dateTime(at(day), { weekday: 'short', day: 'numeric', month: 'short', ...CALENDAR }),
    full: (day: number) => format.dateTime(at(day), { day: 'numeric', month: 'long', year: 'numeric', ...CALENDAR }),
    month: (day: number) => format.dateTime(at(day), { month: 'short', ...CALENDAR }),
  }
}
