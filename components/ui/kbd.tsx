import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A key beside the name of its action; shown only on wide screens with a pointer, if the key is on. */
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
