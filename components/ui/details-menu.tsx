'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useRef } from 'react'
import { buttonClass } from './button'

export type MenuLink = { readonly href: string; readonly label: string; readonly isApart?: boolean }

type DetailsMenuProps = {
  label: string
  links: readonly MenuLink[]
  /** It ends its line on a phone too. */
  isAtEnd?: boolean
}

/** Rare actions of a screen, as links in a native disclosure that floats. */
export function DetailsMenu({ label, links, isAtEnd = false }: DetailsMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  return (
    <details
      ref={menu}
      // The words end where the line ends.
      className={clsx('relative max-sm:order-last', isAtEnd ? '-me-4' : 'sm:last:-me-4')}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) close()
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !menu.current?.open) return
        close()
        menu.current.querySelector('summary')?.focus()
      }}
    >
      <summary
        className={clsx(
          buttonClass('bare', 'slim'),
          'after:border-x-[0.3125rem] after:border-t-[0.375rem] after:border-x-transparent after:border-t-current',
        )}
      >
        {label}
      </summary>
      <ul
        className={clsx(
          'absolute end-0 top-full z-20 mt-1 min-w-56 rounded-control border bg-surface p-2 shadow-float',
          !isAtEnd && 'max-sm:start-0 max-sm:end-auto',
        )}
      >
        {links.map((link) => (
          <li key={link.href} className={clsx(link.isApart && 'mt-2 border-t pt-2')}>
            <Link
              href={link.href}
              onClick={close}
              className="flex min-h-11 items-center rounded-mark px-3 text-label leading-[1.3] no-underline hover:bg-sunk"
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
