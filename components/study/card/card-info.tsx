'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Metric, Metrics } from '@/components/ui/metric'
import { ModalDialog } from '@/components/ui/modal-dialog'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import { DAY_MS } from '@/lib/core/shared/time'
import type { BeforeReview } from '@/lib/core/statistics/forgetting-curve'

/** `FactHistory` of core/statistics as JSON brings it. */
type History = {
  readonly memory:
    | { readonly kind: 'new' }
    | { kind: 'reviewed'; stability: number; difficulty: number; lapses: number; failed: boolean; due: string }
  readonly recall: number
  /** The learner's time zone. */
  readonly timeZone: string
  readonly reviews: readonly {
    readonly at: string
    readonly rating: Rating
    readonly source: 'card' | 'question'
    readonly assisted: boolean
    readonly scheduled: boolean
    readonly before: BeforeReview
  }[]
  readonly curve: readonly (readonly { readonly at: string; readonly recall: number }[])[]
}

type Loaded = { readonly history: History; readonly now: number } | 'loading' | 'unreachable'

/** The learner's memory of one fact and its reviews. Loaded with the first *Info*. */
export function CardInfo({ card, onClose }: { card: StudyCard; onClose: () => void }) {
  const t = useTranslations('study.info')
  const loaded = useHistory(card.factId)
  return (
    <ModalDialog
      open
      setOpen={(open) => open || onClose()}
      title={t('title')}
      closeLabel={t('close')}
      className="max-h-[88dvh] max-w-[42rem] max-sm:p-4"
    >
      {typeof loaded === 'string' ? (
        <p role="status" className="mt-3 text-ink-muted">
          {t(loaded)}
        </p>
      ) : (
        <Known {...loaded} />
      )}
    </ModalDialog>
  )
}

function useHistory(factId: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>('loading')
  useEffect(() => {
    const gone = new AbortController()
    const load = async () => {
      const response = await fetch(`/api/facts/${factId}/history`, { signal: gone.signal })
      if (!response.ok) return setLoaded('unreachable')
      setLoaded({ history: (await response.json()) as History, now: Date.now() })
    }
    load().catch(() => gone.signal.aborted || setLoaded('unreachable'))
    return () => gone.abort()
  }, [factId])
  return loaded
}

function Known({ history, now }: Exclude<Loaded, string>) {
  const t = useTranslations('study.info')
  const format = useFormatter()
  const { memory, reviews, timeZone } = history
  const whenOf = useWhen(timeZone)
  if (memory.kind === 'new') return <p className="mt-3">{t('new')}</p>
  const due = new Date(memory.due)
  const percent = Math.round(history.recall * 100)
  const sentence = memory.failed ? 'saidFailed' : 'said'
  const said = t(due.getTime() <= now ? `${sentence}Due` : sentence, { percent, when: whenOf(due, now) })
  const pieces = history.curve.map((piece) =>
    piece.map(({ at, recall }): CurvePoint => ({ at: Date.parse(at), recall })),
  )
  return (
    <div className="mt-3 grid gap-5">
      <section aria-label={t('curve')}>
        <p>{said}</p>
        <ForgettingCurve pieces={pieces} now={now} timeZone={timeZone} said={`${t('curve')}. ${said}`} />
      </section>
      <Metrics>
        <Metric
          name={t('stability')}
          value={format.number(memory.stability, { maximumFractionDigits: 1 })}
          small={t('days')}
          meaning={t('stabilityMeaning')}
        />
        <Metric
          name={t('difficulty')}
          value={format.number(memory.difficulty, { maximumFractionDigits: 1 })}
          small={t('ofTen')}
          meaning={t('difficultyMeaning')}
        />
        <Metric name={t('lapses')} value={memory.lapses} meaning={t('lapsesMeaning')} />
      </Metrics>
      <Reviews reviews={reviews} timeZone={timeZone} />
    </div>
  )
}

const CELL = 'py-1.5 pe-3 text-start align-top font-normal'

function Reviews({ reviews, timeZone }: Pick<History, 'reviews' | 'timeZone'>) {
  const t = useTranslations('study')
  const format = useFormatter()
  const time = { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const shape = { ...time, timeZone }
  return (
    <table className="w-full text-label">
      <caption className="pb-1 text-start font-[500]">{t('info.reviews', { count: reviews.length })}</caption>
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className={CELL}>
            {t('info.when')}
          </th>
          <th scope="col" className={CELL}>
            {t('info.rating')}
          </th>
          <th scope="col" className={CELL}>
            {t('info.chance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...reviews].reverse().map((review) => (
          <tr key={`${review.at} ${review.rating}`} className="border-t">
            <td className={CELL}>{format.dateTime(new Date(review.at), shape)}</td>
            <td className={CELL}>
              {t(`rating.${review.rating}`)}
              <span className="block text-caption text-ink-muted">
                {notesOn(review)
                  .map((note) => t(`info.${note}`))
                  .join(', ')}
              </span>
            </td>
            <td className={CELL}>
              {review.before.kind === 'chance'
                ? format.number(review.before.recall, { style: 'percent' })
                : t(BEFORE[review.before.kind])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const BEFORE = { first: 'info.first', failed: 'info.failedBefore' } as const

function notesOn({ source, assisted, scheduled }: History['reviews'][number]) {
  return [
    ...(source === 'question' ? (['inQuiz'] as const) : []),
    ...(assisted ? (['withHint'] as const) : []),
    ...(scheduled ? [] : (['logged'] as const)),
  ]
}

/** "today at 14:05", or the day. */
function useWhen(timeZone: string): (at: Date, now: number) => string {
  const t = useTranslations('study.info')
  const format = useFormatter()
  const dayOf = (at: Date) => format.dateTime(at, { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  return (at, now) => {
    if (dayOf(at) !== dayOf(new Date(now))) return t('onDay', { day: dayOf(at) })
    return t('todayAt', { time: format.dateTime(at, { hour: 'numeric', minute: 'numeric', timeZone }) })
  }
}

type CurvePoint = { readonly at: number; readonly recall: number }

// The SVG is stretched to its box. Lines keep their width, and the labels are HTML beside it, so that they are not stretched.
const SIDE = 1000
const GRID_LINES = [1, 0.5, 0]

type CurveProps = { pieces: readonly (readonly CurvePoint[])[]; now: number; timeZone: string; said: string }

/** The chance of recall between reviews and after the last one. The future part is dashed. `said` is the text alternative. */
function ForgettingCurve({ pieces, now, timeZone, said }: CurveProps) {
  const points = pieces.flat()
  const [first, last] = [points[0]?.at ?? now, Math.max(now, points.at(-1)?.at ?? now)]
  const x = (at: number) => Math.round(((at - first) / Math.max(1, last - first)) * SIDE)
  return (
    <div className="mt-3 grid grid-cols-[auto_1fr] gap-x-2 text-caption text-ink-muted">
      <GridLabels />
      <svg
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
        className="h-36 w-full overflow-visible fill-none *:[vector-effect:non-scaling-stroke]"
      >
        {GRID_LINES.map((recall) => (
          <path key={recall} d={`M0 ${y(recall)}H${SIDE}`} className="stroke-line" />
        ))}
        {pieces.map((piece) => (
          <Piece key={piece[0]?.at} piece={piece} now={now} x={x} />
        ))}
        <path d={`M${x(now)} 0V${SIDE}`} strokeDasharray="2 3" className="stroke-ink-muted" />
      </svg>
      <AxisLabels first={first} now={x(now) / SIDE} last={last} timeZone={timeZone} />
    </div>
  )
}

const y = (recall: number) => Math.round((1 - recall) * SIDE)

/** The curve from one review to the next: a dot for the review, then the past part, then the future part. */
function Piece({ piece, now, x }: { piece: readonly CurvePoint[]; now: number; x: (at: number) => number }) {
  const path = (points: readonly CurvePoint[]) =>
    points.map(({ at, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(recall)}`).join('')
  const [start] = piece
  const passed = piece.filter(({ at }) => at <= now)
  const ahead = piece.filter(({ at }, index) => at > now || (piece[index + 1]?.at ?? 0) > now)
  return (
    <g className="stroke-data-1 *:[vector-effect:non-scaling-stroke]">
      <path d={path(passed)} strokeWidth="2" />
      <path d={path(ahead)} strokeWidth="2" strokeDasharray="5 5" />
      {start ? <path d={`M${x(start.at)} 0h0.1`} strokeWidth="8" strokeLinecap="round" /> : null}
    </g>
  )
}

function GridLabels() {
  const format = useFormatter()
  return (
    <div aria-hidden="true" className="-my-2 flex flex-col justify-between text-end">
      {GRID_LINES.map((recall) => (
        <span key={recall}>{format.number(recall, { style: 'percent' })}</span>
      ))}
    </div>
  )
}

/** The dates of both ends of the axis, or times within one day. "Now" is shown between them where there is room. */
function AxisLabels({ first, now, last, timeZone }: { first: number; now: number; last: number; timeZone: string }) {
  const t = useTranslations('study.info')
  const format = useFormatter()
  const isShort = last - first < DAY_MS
  const shape = isShort
    ? ({ hour: 'numeric', minute: 'numeric', timeZone } as const)
    : ({ day: 'numeric', month: 'short', timeZone } as const)
  return (
    <div aria-hidden="true" className="relative col-start-2 mt-1 flex justify-between">
      <span>{format.dateTime(new Date(first), shape)}</span>
      {now > ROOM && now < 1 - ROOM ? (
        <span className="absolute -translate-x-1/2" style={{ left: `${100 * now}%` }}>
          {t('now')}
        </span>
      ) : null}
      <span>{format.dateTime(new Date(last), shape)}</span>
    </div>
  )
}

const ROOM = 0.25
