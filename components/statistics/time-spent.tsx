import { useTranslations } from 'next-intl'
import { wholeMinutes } from '@/lib/core/statistics/review-time'
import { type StudiedDay, totals } from '@/lib/core/statistics/studied-days'
import { Axis, Bars } from './bars'
import { ChartSection, DataTable } from './chart-section'
import { useDays, useMinutes } from './use-formats'

type Props = { days: readonly StudiedDay[]; today: number; window: number; secondsPerReview: number | null }

/** Minutes of the last days. */
export function TimeSpent({ days, today, window, secondsPerReview }: Props) {
  const t = useTranslations('statistics.time')
  const minutes = useMinutes()
  const recent = days.filter(({ day }) => day > today - window)
  const { ms } = totals(recent)
  const words =
    recent.length === 0
      ? t('none')
      : t('words', {
          total: minutes(ms),
          days: recent.length,
          perDay: minutes(ms / recent.length),
          whole: wholeMinutes(ms / recent.length),
          seconds: Math.round(secondsPerReview ?? 0),
        })
  const whole = Array.from({ length: window }, (_, place) => {
    const day = today - window + 1 + place
    return recent.find((studied) => studied.day === day) ?? { day, reviews: 0, ms: 0 }
  })
  return (
    <ChartSection id="time" title={t('title')} words={words} note={t('note')} table={<Table days={recent} />}>
      {recent.length > 0 ? <Picture days={whole} words={words} /> : null}
    </ChartSection>
  )
}

function Picture({ days, words }: { days: readonly StudiedDay[]; words: string }) {
  const t = useTranslations('statistics.time')
  const forecast = useTranslations('statistics.forecast')
  const named = useDays()
  const most = Math.max(...days.map(({ ms }) => ms))
  const bars = days.map(({ day, ms }) => {
    const date = named.weekday(day)
    return {
      value: ms,
      label: ms > 0 ? t('bar', { date, minutes: wholeMinutes(ms) }) : t('barNone', { date }),
    }
  })
  return (
    <div>
      <p aria-hidden="true" className="pb-1 text-caption text-ink-muted">
        {t('most', { count: wholeMinutes(most) })}
      </p>
      <Bars bars={bars} most={most} label={words} look="bg-data-3" />
      <Axis
        bars={days.length}
        ticks={[
          { place: 0, text: t('ago', { days: days.length - 1 }) },
          { place: days.length - 1, text: forecast('today') },
        ]}
      />
    </div>
  )
}

function Table({ days }: { days: readonly StudiedDay[] }) {
  const [t, all] = [useTranslations('statistics.time'), useTranslations('statistics')]
  const calendar = useTranslations('statistics.calendar')
  const named = useDays()
  const rows = [...days]
    .reverse()
    .map(({ day, reviews, ms }) => [named.weekday(day), reviews, t('cell', { minutes: wholeMinutes(ms) })])
  return <DataTable head={[all('day'), calendar('reviews'), t('minutes')]} rows={rows} />
}
