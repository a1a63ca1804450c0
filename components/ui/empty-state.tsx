import type { ReactNode } from 'react'
import { DiamondBand } from './diamond-band'

/** A place where nothing is yet: what will stand here and the next step. */
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
