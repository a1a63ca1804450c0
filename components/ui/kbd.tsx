import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A key, shown only where there is a pointer and room, and where it acts. Always beside a word that says the same. */
export function Kbd({ children }: { children: ReactNode }) {
  const isSingle = String(children).length === 1
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-flex max-sm:hidden [@media(hover:none)]:hidden',
        isSingle && 'in-data-[single-keys=off]:hidden',
      )}
    >
      <kbd className="inline-grid h-[1.5em] min-w-[1.5em] place-items-center rounded-mark border border-current px-[0.4em] font-app font-[500] text-caption leading-none">
        {children}
      </kbd>
    </span>
  )
}
