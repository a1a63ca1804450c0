import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { wholeMinutes } from '@/lib/core/statistics/review-time'
import { peakOf, type StudiedDay, totals } from '@/lib/core/statistics/studied-days'
import { ChartSection, DataTable } from './chart-section'
import { useDays, useMinutes } from './use-formats'

type ForecastProps = { forecast: { readonly backlog: number; readonly days: readonly number[] }; today: number }

const TICK_DAYS = [7, 14, 21] as const

/** What is overdue, then what is due on each of the next days. */
export function DueForecast({ forecast, today }: ForecastProps) {
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
      table={<ForecastTable {...{ forecast, today }} />}
    >
      {total + backlog > 0 ? <ForecastBars {...{ forecast, today }} words={words} /> : null}
    </ChartSection>
  )
}

function ForecastBars({ forecast, today, words }: ForecastProps & { words: string }) {
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

function ForecastTable({ forecast, today }: ForecastProps) {
  const [t, all] = [useTranslations('statistics.forecast'), useTranslations('statistics')]
  const named = useDays()
  const rows = forecast.days.map((count, day) => [named.weekday(today + day), count])
  return <DataTable head={[all('day'), t('facts')]} rows={[[t('backlog'), forecast.backlog], ...rows]} />
}

type TimeProps = { days: readonly StudiedDay[]; today: number; window: number; secondsPerReview: number | null }

/** Minutes of the last days. */
export function TimeSpent({ days, today, window, secondsPerReview }: TimeProps) {
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
    <ChartSection id="time" title={t('title')} words={words} note={t('note')} table={<TimeTable days={recent} />}>
      {recent.length > 0 ? <TimeBars days={whole} words={words} /> : null}
    </ChartSection>
  )
}

function TimeBars({ days, words }: { days: readonly StudiedDay[]; words: string }) {
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

function TimeTable({ days }: { days: readonly StudiedDay[] }) {
  const [t, all] = [useTranslations('statistics.time'), useTranslations('statistics')]
  const calendar = useTranslations('statistics.calendar')
  const named = useDays()
  const rows = [...days]
    .reverse()
    .map(({ day, reviews, ms }) => [named.weekday(day), reviews, t('cell', { minutes: wholeMinutes(ms) })])
  return <DataTable head={[all('day'), calendar('reviews'), t('minutes')]} rows={rows} />
}

type Bar = {
  readonly value: number
  /** Shown on hover; the table has the same for everyone. */
  readonly label: string
}

/** A bar chart. The tallest bar fills the height; a bar above zero is always visible. */
function Bars({ bars, most, label, look }: { bars: readonly Bar[]; most: number; label: string; look: string }) {
  return (
    <div role="img" aria-label={label} className="flex h-36 items-end gap-[2px] border-b border-edge">
      {bars.map((bar) => (
        <div key={bar.label} title={bar.label} className="flex h-full min-w-0 flex-1 items-end">
          <i
            className={clsx('block w-full', look, bar.value > 0 && 'min-h-[3px]')}
            style={{ blockSize: `${most === 0 ? 0 : (100 * bar.value) / most}%` }}
          />
        </div>
      ))}
    </div>
  )
}

/** Labels below so many bars, each beginning at the place of its bar; the last ends with the last bar. */
function Axis({ bars, ticks }: { bars: number; ticks: readonly { place: number; text: string; isWide?: boolean }[] }) {
  return (
    <div
      aria-hidden="true"
      className="grid pt-1 text-caption whitespace-nowrap text-ink-muted"
      style={{ gridTemplateColumns: `repeat(${bars}, minmax(0, 1fr))` }}
    >
      {ticks.map(({ place, text, isWide }) => (
        <span
          key={place}
          className={clsx(
            'row-start-1 w-0',
            isWide && 'max-sm:hidden',
            bars > 1 && place === bars - 1 && 'justify-self-end [direction:rtl]',
          )}
          style={{ gridColumnStart: place + 1 }}
        >
          <bdi dir="ltr">{text}</bdi>
        </span>
      ))}
    </div>
  )
}
