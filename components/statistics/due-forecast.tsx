import { useTranslations } from 'next-intl'
import { peakOf } from '@/lib/core/statistics/studied-days'
import { Axis, Bars } from './bars'
import { ChartSection, DataTable } from './chart-section'
import { useDays } from './use-formats'

type Props = { forecast: { readonly backlog: number; readonly days: readonly number[] }; today: number }

const TICK_DAYS = [7, 14, 21] as const

/** What is overdue, then what is due on each of the next days. */
export function DueForecast({ forecast, today }: Props) {
  const t = useTranslations('statistics.forecast')
  const { backlog, days } = forecast
  const named = useDays()
  const total = days.reduce((sum, count) => sum + count, 0)
  const peak = peakOf(days)
  const place = peak.kind === 'even' ? 0 : peak.place
  const words = t('words', { backlog, total, peak: peak.kind, most: days[place] ?? 0, date: named.date(today + place) })
  return (
    <ChartSection
      id="forecast"
      title={t('title')}
      words={words}
      note={t('note')}
      table={<Table {...{ forecast, today }} />}
    >
      {total + backlog > 0 ? <Picture {...{ forecast, today }} words={words} /> : null}
    </ChartSection>
  )
}

function Picture({ forecast, today, words }: Props & { words: string }) {
  const t = useTranslations('statistics.forecast')
  const named = useDays()
  const { backlog, days } = forecast
  const most = Math.max(backlog, ...days)
  return (
    <div>
      <p aria-hidden="true" className="pb-1 text-caption text-ink-muted">
        {t('most', { count: most })}
      </p>
      <div className="grid grid-cols-[4rem_1fr] gap-x-3">
        <div>
          <Bars
            most={most}
            label={`${t('backlog')}: ${backlog}`}
            look="bg-data-2"
            bars={[{ value: backlog, label: `${t('backlog')}: ${backlog}` }]}
          />
          <Axis bars={1} ticks={[{ place: 0, text: t('backlog') }]} />
        </div>
        <div className="min-w-0">
          <Bars
            most={most}
            label={words}
            look="bg-data-1"
            bars={days.map((value, day) => ({
              value,
              label: t('bar', { date: named.weekday(today + day), count: value }),
            }))}
          />
          <Axis
            bars={days.length}
            ticks={[
              { place: 0, text: t('today') },
              ...TICK_DAYS.map((day) => ({ place: day, text: t('inDays', { days: day }), isWide: true })),
              { place: days.length - 1, text: t('inDays', { days: days.length - 1 }) },
            ]}
          />
        </div>
      </div>
    </div>
  )
}

function Table({ forecast, today }: Props) {
  const [t, all] = [useTranslations('statistics.forecast'), useTranslations('statistics')]
  const named = useDays()
  const rows = forecast.days.map((count, day) => [named.weekday(today + day), count])
  return <DataTable head={[all('day'), t('facts')]} rows={[[t('backlog'), forecast.backlog], ...rows]} />
}
