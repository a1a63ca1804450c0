import type { ReactNode } from 'react'

/** A row of numbers, each with its meaning. */
export function Metrics({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-x-8 gap-y-6">{children}</dl>
}

export function Metric(props: { name: ReactNode; value: ReactNode; small?: ReactNode; meaning: ReactNode }) {
  return (
    <div className="grid content-start">
      <dt className="text-label font-[500] text-ink-muted">{props.name}</dt>
      <dd className="text-[2.125rem] leading-[1.25] font-semibold tracking-[-0.02em]">
        {/* The space is for screen readers. */}
        {props.value}{' '}
        {props.small ? (
          <small className="ms-0.5 text-body font-[500] tracking-normal text-ink-muted">{props.small}</small>
        ) : null}
      </dd>
      <dd className="text-caption leading-[1.45] text-ink-muted">{props.meaning}</dd>
    </div>
  )
}

/** Up to three numbers in a row, each over a few words of what it counts. */
export function Counts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-3 gap-4">{children}</dl>
}

export function Count({ name, value }: { name: ReactNode; value: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-label leading-[1.4] text-ink-muted max-sm:text-caption">{name}</dt>
      <dd className="text-title leading-[1.3] font-semibold tracking-[-0.02em] tabular-nums">{value}</dd>
    </div>
  )
}
