import { useTranslations } from 'next-intl'
import type { Interval } from '@/lib/core/memory/interval'

/** "5 days", as on a rating button. */
export function useIntervalWords(): (interval: Interval) => string {
  const t = useTranslations('study.interval')
  return ({ unit, count }) => t(unit, { count })
}

/** "in 5 days", "tomorrow". */
export function useWhenWords(): (interval: Interval) => string {
  const t = useTranslations('study.in')
  return ({ unit, count }) => t(unit, { count })
}
