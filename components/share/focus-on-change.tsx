'use client'

import { type ReactNode, useRef } from 'react'
import { useOnChange } from '../ui/use-on-change'

/** A pressed button that disappears would lose the focus. It goes to the first control of what replaces the button. */
export function FocusOnChange({ value, children }: { value: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useOnChange(value, () => box.current?.querySelector<HTMLElement>('input:not([type="hidden"]), button')?.focus())
  return (
    <div ref={box} className="grid gap-3">
      {children}
    </div>
  )
}
