import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import {
  type CalendarDay,
  type CalendarWeek,
  peakOf,
  type StudiedDay,
  totals,
} from '@/lib/core/statistics/studied-days'
import { ChartSection, DataTable } from './chart-section'
import { useDays, useMinutes } from './use-formats'

type Props = { days: readonly StudiedDay[]; weeks: readonly CalendarWeek[] }

const HALF_A_YEAR_WEEKS = 27
/** The square of a day by level: its size says the same without colour. */
const SIZES = { 1: 'size-[45%]', 2: 'size-[62%]', 3: 'size-[80%]', 4: 'size-full' } as const
/** The name of a month is so many columns wide. */
const LABEL_WEEKS = 3

/** A year of days in weeks. On a narrow screen its halves are one above the other. */
export function ReviewCalendar({ days, weeks }: Props) {
  const t = useTranslations('statistics.calendar')
  const named = useDays()
  const peak = peakOf(days.map(({ reviews }) => reviews))
  const day = peak.kind === 'even' ? undefined : days[peak.place]
  const peaking = { peak: peak.kind, most: day?.reviews ?? 0, date: named.full(day?.day ?? 0) }
  const words =
    days.length > 0 ? t('words', { days: days.length, reviews: totals(days).reviews, ...peaking }) : t('none')
  return (
    <ChartSection id="calendar" title={t('title')} words={words} note={t('note')} table={<Table weeks={weeks} />}>
      <div role="img" aria-label={words} className="flex flex-wrap gap-y-4">
        <Half weeks={weeks.slice(0, HALF_A_YEAR_WEEKS)} />
        <Half weeks={weeks.slice(HALF_A_YEAR_WEEKS)} />
      </div>
    </ChartSection>
  )
}

function Half({ weeks }: { weeks: readonly CalendarWeek[] }) {
  const named = useDays()
  return (
    <div className="grid w-full auto-cols-[minmax(0,1fr)] grid-flow-col grid-rows-[1.25rem_repeat(7,auto)] gap-[2px] lg:w-1/2">
      {weeks.map((week, place) => (
        <Column key={week.monday} week={week} month={monthAt(weeks, place, named.month)} />
      ))}
    </div>
  )
}

/** The name of a month at its first week, if there is room before the next month or the end. */
function monthAt(weeks: readonly CalendarWeek[], place: number, nameOf: (day: number) => string): string {
  const name = nameOf(weeks[place]?.monday ?? 0)
  const before = weeks[place - 1]
  const beginsHere = !before || nameOf(before.monday) !== name
  const hasRoom = nameOf(weeks[place + LABEL_WEEKS - 1]?.monday ?? 0) === name
  return beginsHere && hasRoom ? name : ''
}

function Column({ week, month }: { week: CalendarWeek; month: string }) {
  return (
    <>
      <span className="w-0 overflow-visible whitespace-nowrap text-caption leading-none text-ink-muted">{month}</span>
      {week.days.map((day, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is what a square is.
        <Square key={place} day={day} />
      ))}
    </>
  )
}

function Square({ day }: { day: CalendarDay | null }) {
  const t = useTranslations('statistics.calendar')
  const named = useDays()
  if (!day) return <span className="aspect-square" />
  return (
    <span
      title={t('cell', { date: named.weekday(day.day), count: day.reviews })}
      className="grid aspect-square place-items-center bg-mastery-0"
    >
      {day.level === 0 ? null : <i className={clsx('block bg-data-1', SIZES[day.level])} />}
    </span>
  )
}

/** By weeks, the newest first; weeks without a review are left out. */
function Table({ weeks }: { weeks: readonly CalendarWeek[] }) {
  const t = useTranslations('statistics.calendar')
  const named = useDays()
  const minutes = useMinutes()
  const rows = [...weeks].reverse().flatMap(({ monday, days }) => {
    const done = days.flatMap((day) => (day && day.reviews > 0 ? [day] : []))
    const { reviews, ms } = totals(done)
    if (done.length === 0) return []
    return [[named.full(monday), done.length, reviews, minutes(ms)]]
  })
  return <DataTable head={[t('week'), t('studied'), t('reviews'), t('time')]} rows={rows} />
}
