import { useFormatter, useTranslations } from 'next-intl'
import { DAY_MS } from '@/lib/core/shared/time'
import { wholeMinutes } from '@/lib/core/statistics/review-time'
import { CALENDAR } from '../ui/calendar-day'

/** Formats study days. They are calendar dates already, so no time zone is applied. */
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

const MINUTES_OF_AN_HOUR = 60

/** A length of time in minutes, or in hours and minutes from one hour on. */
export function useMinutes(): (ms: number) => string {
  const t = useTranslations('statistics')
  return (ms) => {
    const minutes = wholeMinutes(ms)
    if (minutes === 0 && ms > 0) return t('underMinute')
    if (minutes < MINUTES_OF_AN_HOUR) return t('minutes', { minutes })
    return t('hours', { hours: Math.floor(minutes / MINUTES_OF_AN_HOUR), minutes: minutes % MINUTES_OF_AN_HOUR })
  }
}
