import { useTranslations } from 'next-intl'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { type Retention, recalledIfEnough } from '@/lib/core/statistics/retention'
import { daysStudied, type StudiedDay, totals } from '@/lib/core/statistics/studied-days'
import { Metric, Metrics } from '../ui/metric'
import { useMinutes } from './use-formats'

const WEEK = 7
const MONTH = 30

type Props = {
  days: readonly StudiedDay[]
  today: number
  retention: readonly Retention[]
  secondsPerReview: number | null
}

/** Four numbers with their meaning. Counts days, not streaks. */
export function AtAGlance({ days, today, retention, secondsPerReview }: Props) {
  const t = useTranslations('statistics.numbers')
  const all = useTranslations('statistics')
  const common = useTranslations('common')
  const minutes = useMinutes()
  const { reviews, ms } = totals(days.filter(({ day }) => day > today - MONTH))
  const mature = retention.find(({ window, isMature }) => window === MONTH && isMature)
  const recalled = mature ? recalledIfEnough(mature) : null
  return (
    <section aria-label={t('title')}>
      <Metrics>
        <Metric
          name={t('week')}
          value={daysStudied(days, today, WEEK)}
          small={t('weekSmall')}
          meaning={t('weekMeaning', { days: daysStudied(days, today, MONTH) })}
        />
        <Metric name={t('reviews')} value={reviews} small={t('reviewsSmall')} meaning={t('reviewsMeaning')} />
        <Metric
          name={t('time')}
          value={minutes(ms)}
          small={t('timeSmall')}
          meaning={t('timeMeaning', { seconds: Math.round(secondsPerReview ?? 0) })}
        />
        <Metric
          name={t('retention')}
          value={recalled ? all('percent', { share: percent(recalled.share) }) : t('none')}
          small={recalled ? t('retentionSmall') : mature?.reviews ? common('tooEarly') : all('retention.noneShort')}
          meaning={t('retentionMeaning')}
        />
      </Metrics>
    </section>
  )
}
