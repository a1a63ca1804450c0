import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Readiness } from '@/lib/core/statistics/exam/readiness'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { CALENDAR } from '../ui/calendar-day'

export type CountdownExam = {
  readonly deckId: string
  readonly title: string
  readonly date: string
  readonly days: number
  readonly target: number
  readonly facts: number
  readonly idle: Readiness
  /** How many cards to study today. */
  readonly today: number
}

/** The upcoming exams, the nearest first. Renders nothing if there are none. */
export function ExamCountdown({ exams }: { exams: readonly CountdownExam[] }) {
  const t = useTranslations('exam')
  if (exams.length === 0) return null
  return (
    <section aria-label={t('countdown.name')} className="grid content-end gap-8 pb-12">
      {exams.map((exam) => (
        <Countdown key={exam.deckId} exam={exam} />
      ))}
    </section>
  )
}

function Countdown({ exam }: { exam: CountdownExam }) {
  const t = useTranslations('exam')
  const format = useFormatter()
  const share = percent(exam.idle.share)
  const date = format.dateTime(new Date(exam.date), { day: 'numeric', month: 'long', ...CALENDAR })
  return (
    <article className="border-t-[3px] border-ink pt-4">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4">
        <h2 className="text-body wrap-anywhere">
          <Link
            href={`/decks/${exam.deckId}`}
            className="inline-flex min-h-11 items-center no-underline hover:underline"
          >
            {exam.title}
          </Link>
        </h2>
        <p className="font-semibold">{t('days', { days: exam.days })}</p>
      </div>
      <p className="grid grid-cols-[auto_1fr] items-baseline gap-x-3">
        <b className="text-[2.125rem] leading-[1.25] font-semibold tracking-[-0.02em] whitespace-nowrap">
          {t('percent', { share })}
        </b>
        <span className="text-label leading-[1.45] text-ink-muted">
          {t('countdown.meaning', { facts: exam.facts, date })}
        </span>
      </p>
      <ReadinessBar share={share} target={percent(exam.target)} />
      <p className="mt-1 flex flex-wrap items-center justify-between gap-x-4 text-label">
        {exam.today > 0 ? (
          <Link
            href={`/study?deck=${exam.deckId}&only=exam`}
            className="inline-flex min-h-11 items-center font-[500] underline"
          >
            {t('countdown.study', { count: exam.today })}
          </Link>
        ) : (
          <span className="inline-flex min-h-11 items-center text-ink-muted">{t('countdown.done')}</span>
        )}
        <span className="text-ink-muted">{t('countdown.aim', { target: percent(exam.target) })}</span>
      </p>
    </article>
  )
}

/** The filled part is the expected recall; the vertical mark is the target. */
function ReadinessBar({ share, target }: { share: number; target: number }) {
  const t = useTranslations('exam')
  return (
    <svg
      role="img"
      aria-label={t('countdown.bar', { share, target })}
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className="mt-3 h-3.5 w-full overflow-visible"
    >
      <rect y="0.2" width="100" height="0.6" className="fill-mastery-0" />
      <rect y="0.2" width={share} height="0.6" className="fill-data-3" />
      <rect x={target - 0.4} width="0.8" height="1" className="fill-ink" />
    </svg>
  )
}
