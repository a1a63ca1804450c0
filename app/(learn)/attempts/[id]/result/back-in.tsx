import { useTranslations } from 'next-intl'
import type { Interval } from '@/lib/core/memory/session/interval'

/** "Back in 4 days": when the fact comes round again. */
export function BackIn({ interval }: { interval: Interval | null }) {
  const t = useTranslations('quiz.result.back')
  return interval ? t(interval.unit, { count: interval.count }) : t('now')
}
