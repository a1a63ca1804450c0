import { clsx } from 'clsx'

export type Segment = {
  readonly href?: string
  /** What a screen reader hears: "Question 2: answered, flagged". */
  readonly label: string
  readonly state: 'empty' | 'answered' | 'here' | 'right' | 'wrong'
  readonly flagged?: boolean
}

const BARS: Record<Segment['state'], string> = {
  empty: 'h-2 bg-surface shadow-[inset_0_0_0_1px_var(--edge)]',
  answered: 'h-2 bg-ink-muted',
  here: 'h-4 bg-accent',
  right: 'h-2 bg-correct',
  wrong: 'h-4 bg-wrong',
}

/** One segment per question. Height and outline say the same as the colour. */
export function ProgressSegments({ segments }: { segments: readonly Segment[] }) {
  return (
    <ol className="grid auto-cols-fr grid-flow-col gap-[3px]">
      {segments.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place.
        <li key={index} className="relative">
          <Piece segment={segment} />
          {segment.flagged ? <Flagged /> : null}
        </li>
      ))}
    </ol>
  )
}

function Piece({ segment }: { segment: Segment }) {
  const bar = <i className={clsx('block', BARS[segment.state])} />
  const current = segment.state === 'here' ? 'step' : undefined
  // A plain anchor: most link to a place on this page, and a test must not be prefetched.
  return segment.href ? (
    <a href={segment.href} aria-label={segment.label} aria-current={current} className="grid min-h-11 items-center">
      {bar}
    </a>
  ) : (
    <span role="img" aria-label={segment.label} aria-current={current} className="grid min-h-11 items-center">
      {bar}
    </span>
  )
}

function Flagged() {
  return (
    <svg viewBox="0 0 10 8" aria-hidden="true" className="absolute inset-x-0 top-1 mx-auto h-2 w-2.5 fill-flag">
      <path d="M0 0h10L5 8z" />
    </svg>
  )
}
