'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * A button that is pressed and gone takes the focus with it, to the top of the page. It goes to the first control of what
 * has come in its place instead.
 */
export function FocusOnChange({ of, children }: { of: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    box.current?.querySelector<HTMLElement>('input:not([type="hidden"]), button')?.focus()
  }, [of])
  return (
    <div ref={box} className="grid gap-3">
      {children}
    </div>
  )
}
