import { useTranslations } from 'next-intl'

const MINUTE_MS = 60_000

/** A length of time in minutes, or in hours and minutes from one hour on. */
export function useMinutes(): (ms: number) => string {
  const t = useTranslations('statistics')
  return (ms) => {
    const minutes = Math.max(ms > 0 ? 1 : 0, Math.round(ms / MINUTE_MS))
    if (minutes < 60) return t('minutes', { minutes })
    return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
}
