import { useTranslations } from 'next-intl'
import { wholeMinutes } from '@/lib/core/statistics/review-time'

const MINUTES_OF_AN_HOUR = 60

/** A length of time in minutes, or in hours and minutes from one hour on. */
export function useMinutes(): (ms: number) => string {
  const t = useTranslations('statistics')
  return (ms) => {
    if (ms === 0) return t('noMinutes')
    const minutes = wholeMinutes(ms)
    if (minutes < MINUTES_OF_AN_HOUR) return t('minutes', { minutes })
    return t('hours', { hours: Math.floor(minutes / MINUTES_OF_AN_HOUR), minutes: minutes % MINUTES_OF_AN_HOUR })
  }
}
