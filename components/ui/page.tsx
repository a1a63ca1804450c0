import { clsx } from 'clsx'
import type { ReactNode } from 'react'

const WIDTHS = {
  default: 'max-w-[72rem]',
  table: 'max-w-[82rem]',
  quiz: 'max-w-[47rem]',
  card: 'max-w-[45rem]',
} as const

export type PageWidth = keyof typeof WIDTHS

/** Width and gutter of a page or of a bar that runs along one. */
export function wrapClass(width: PageWidth = 'default'): string {
  return clsx('gutter mx-auto w-full', WIDTHS[width])
}

/** The target of the skip link; use it once on a screen. */
export function Page({ width = 'default', children }: { width?: PageWidth; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={clsx(wrapClass(width), 'pb-16')}>
      {children}
    </main>
  )
}

export function PageHead({ title, meta, actions }: { title: ReactNode; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-6 pb-3">
      <div className="min-w-0">
        <h1 className="wrap-anywhere">{title}</h1>
        {meta ? <div className="mt-1 text-ink-muted">{meta}</div> : null}
      </div>
      {actions ? (
        <div className="flex flex-wrap items-center gap-3 max-sm:w-full max-sm:*:flex-[1_1_8rem]">{actions}</div>
      ) : null}
    </header>
  )
}

/** The title of a section, with one link or control at its end. */
export function SectionHead({ id, title, children }: { id?: string; title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-11 items-center justify-between gap-4">
      <h2 id={id}>{title}</h2>
      {children}
    </div>
  )
}
