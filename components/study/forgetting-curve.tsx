import { useFormatter, useTranslations } from 'next-intl'

export type CurvePoint = { readonly at: number; readonly recall: number }

const [WIDTH, HEIGHT] = [600, 190]
const PLOT = { left: 44, right: 8, top: 10, bottom: 26 }
const MARKS = [1, 0.5, 0]

type Props = { pieces: readonly (readonly CurvePoint[])[]; now: number; said: string }

/** How the chance of recall fell between reviews and will fall after the last one; what lies ahead is dashed. Said in words as well. */
export function ForgettingCurve({ pieces, now, said }: Props) {
  const points = pieces.flat()
  const [first, last] = [points[0]?.at ?? now, Math.max(now, points.at(-1)?.at ?? now)]
  const x = (at: number) => PLOT.left + ((at - first) / Math.max(1, last - first)) * (WIDTH - PLOT.left - PLOT.right)
  const y = (recall: number) => PLOT.top + (1 - recall) * (HEIGHT - PLOT.top - PLOT.bottom)
  const path = (piece: readonly CurvePoint[]) =>
    piece
      .map(({ at, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(recall).toFixed(1)}`)
      .join('')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said} className="mt-2 w-full text-[13px]">
      {MARKS.map((recall) => (
        <Mark key={recall} recall={recall} y={y(recall)} />
      ))}
      {pieces.map((piece) => (
        <g key={piece[0]?.at} className="fill-none stroke-data-1 stroke-2">
          <path d={path(piece.filter(({ at }) => at <= now))} />
          <path
            d={path(piece.filter(({ at }, index) => at > now || (piece[index + 1]?.at ?? 0) > now))}
            strokeDasharray="5 5"
          />
        </g>
      ))}
      {pieces.map((piece) => (
        <circle key={piece[0]?.at} cx={x(piece[0]?.at ?? first)} cy={y(1)} r="4" className="fill-data-1" />
      ))}
      <line x1={x(now)} x2={x(now)} y1={y(1)} y2={y(0)} className="stroke-ink-muted" strokeDasharray="2 3" />
      <Days first={first} now={x(now)} last={last} />
    </svg>
  )
}

function Mark({ recall, y }: { recall: number; y: number }) {
  const format = useFormatter()
  return (
    <g>
      <line x1={PLOT.left} x2={WIDTH - PLOT.right} y1={y} y2={y} className="stroke-line" />
      <text x={PLOT.left - 6} y={y + 4} textAnchor="end" className="fill-ink-muted">
        {format.number(recall, { style: 'percent' })}
      </text>
    </g>
  )
}

/** The first and the last day at the ends; "now" where there is room between them. */
function Days({ first, now, last }: { first: number; now: number; last: number }) {
  const t = useTranslations('study.info')
  const format = useFormatter()
  const day = (at: number) => format.dateTime(new Date(at), { day: 'numeric', month: 'short' })
  const isApart = now > PLOT.left + ROOM && now < WIDTH - PLOT.right - ROOM
  return (
    <g className="fill-ink-muted">
      <text x={PLOT.left} y={HEIGHT - 8}>
        {day(first)}
      </text>
      {isApart ? (
        <text x={now} y={HEIGHT - 8} textAnchor="middle">
          {t('now')}
        </text>
      ) : null}
      <text x={WIDTH - PLOT.right} y={HEIGHT - 8} textAnchor="end">
        {day(last)}
      </text>
    </g>
  )
}

const ROOM = 80
