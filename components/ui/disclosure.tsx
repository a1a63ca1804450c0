import type { ReactNode } from 'react'

/** Native disclosure; works before any script. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="group" open={open}>
      <summary className="inline-flex min-h-11 items-center gap-2 font-[500]">
        <svg
          viewBox="0 0 8 10"
          aria-hidden="true"
          className="h-2.5 w-2 flex-none fill-current transition-[rotate] duration-150 group-open:rotate-90"
        >
          <path d="M0 0l8 5-8 5z" />
        </svg>
        {summary}
      </summary>
      {children}
    </details>
  )
}
