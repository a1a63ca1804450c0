import type { ReactNode } from 'react'

/** For a place without content: what it will show, and the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-4 border-t pt-6 pb-8">
      <DiamondBand />
      <div className="grid max-w-[44ch] gap-1">
        {title ? <h2 className="text-lead">{title}</h2> : null}
        {children ? <div className="text-ink-muted">{children}</div> : null}
      </div>
      {action ? <div className="flex flex-wrap items-center gap-3">{action}</div> : null}
    </div>
  )
}

type Corner = 'fill-mastery-4' | 'fill-mastery-3' | 'fill-data-2' | 'fill-accent'

const DIAMONDS: readonly { x: number; corners: readonly [Corner, Corner, Corner, Corner] }[] = [
  { x: 0, corners: ['fill-mastery-4', 'fill-mastery-3', 'fill-mastery-3', 'fill-mastery-4'] },
  { x: 40, corners: ['fill-accent', 'fill-data-2', 'fill-data-2', 'fill-accent'] },
  { x: 80, corners: ['fill-mastery-3', 'fill-mastery-4', 'fill-mastery-4', 'fill-mastery-3'] },
]

/** The ornament of empty places. */
export function DiamondBand() {
  return (
    <svg viewBox="0 0 120 40" aria-hidden="true" className="h-12 w-36 flex-none">
      <path d="M0 0h120v40H0z" className="fill-mastery-0" />
      {DIAMONDS.map(({ x, corners: [topLeft, topRight, bottomLeft, bottomRight] }) => (
        <g key={x} transform={`translate(${x} 0)`}>
          <path d="M0 20 20 0v20z" className={topLeft} />
          <path d="M20 0l20 20H20z" className={topRight} />
          <path d="M0 20h20v20z" className={bottomLeft} />
          <path d="M20 20h20L20 40z" className={bottomRight} />
        </g>
      ))}
    </svg>
  )
}
