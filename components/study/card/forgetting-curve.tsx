import { useFormatter, useTranslations } from 'next-intl'

export type CurvePoint = { readonly at: number; readonly recall: number }

// The drawing is stretched to its place; lines keep their width, and words stand beside it in their own size.
const SIDE = 1000
const MARKS = [1, 0.5, 0]
const DAY_MS = 86_400_000

type Props = { pieces: readonly (readonly CurvePoint[])[]; now: number; timeZone: string; said: string }

/** How the chance of recall fell between reviews and will fall after the last one; what lies ahead is dashed. Said in words as well. */
export function ForgettingCurve({ pieces, now, timeZone, said }: Props) {
  const points = pieces.flat()
  const [first, last] = [points[0]?.at ?? now, Math.max(now, points.at(-1)?.at ?? now)]
  const x = (at: number) => Math.round(((at - first) / Math.max(1, last - first)) * SIDE)
  return (
    <div className="mt-3 grid grid-cols-[auto_1fr] gap-x-2 text-caption text-ink-muted">
      <Marks />
      <svg
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
        className="h-36 w-full overflow-visible fill-none *:[vector-effect:non-scaling-stroke]"
      >
        {MARKS.map((recall) => (
          <path key={recall} d={`M0 ${y(recall)}H${SIDE}`} className="stroke-line" />
        ))}
        {pieces.map((piece) => (
          <Piece key={piece[0]?.at} piece={piece} now={now} x={x} />
        ))}
        <path d={`M${x(now)} 0V${SIDE}`} strokeDasharray="2 3" className="stroke-ink-muted" />
      </svg>
      <Days first={first} now={x(now) / SIDE} last={last} timeZone={timeZone} />
    </div>
  )
}

const y = (recall: number) => Math.round((1 - recall) * SIDE)

/** From one review to the next: a dot, what has passed, and what lies ahead. */
function Piece({ piece, now, x }: { piece: readonly CurvePoint[]; now: number; x: (at: number) => number }) {
  const path = (points: readonly CurvePoint[]) =>
    points.map(({ at, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(recall)}`).join('')
  const [begin] = piece
  const passed = piece.filter(({ at }) => at <= now)
  const ahead = piece.filter(({ at }, index) => at > now || (piece[index + 1]?.at ?? 0) > now)
  return (
    <g className="stroke-data-1 *:[vector-effect:non-scaling-stroke]">
      <path d={path(passed)} strokeWidth="2" />
      <path d={path(ahead)} strokeWidth="2" strokeDasharray="5 5" />
      {begin ? <path d={`M${x(begin.at)} 0h0.1`} strokeWidth="8" strokeLinecap="round" /> : null}
    </g>
  )
}

function Marks() {
  const format = useFormatter()
  return (
    <div aria-hidden="true" className="-my-2 flex flex-col justify-between text-end">
      {MARKS.map((recall) => (
        <span key={recall}>{format.number(recall, { style: 'percent' })}</span>
      ))}
    </div>
  )
}

/** When the drawing begins and ends; within a day by the clock. "Now" stands between where there is room. */
function Days({ first, now, last, timeZone }: { first: number; now: number; last: number; timeZone: string }) {
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
