'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A pressed button that disappears would lose the focus. It goes to the first control of what replaces the button. */
export function FocusOnChange({ value, children }: { value: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    box.current?.querySelector<HTMLElement>('input:not([type="hidden"]), button')?.focus()
  }, [value])
  return (
    <div ref={box} className="grid gap-3">
      {children}
    </div>
  )
}
