'use client'

import { type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { DOUBLE_PRESS_MS } from '../ui/use-double-press-guard'

// When a control of a bar was last pressed, here or on the question before.
let pressedAt = Number.NEGATIVE_INFINITY

const restOfDoublePress = () => pressedAt + DOUBLE_PRESS_MS - performance.now()

/**
 * The bar at the foot. A new bar comes with each step, and its buttons lie where those of the last one lay: it takes no
 * press that may be the second half of the one that led here. It waits and says so (`aria-disabled`) where Study's guard
 * drops a press in silence, because a press here may hand in a test.
 */
export function MovesBar({ children }: { children: ReactNode }) {
  const [waits, setWaits] = useState(() => restOfDoublePress() > 0)
  useEffect(() => {
    const timer = setTimeout(() => setWaits(false), Math.max(0, restOfDoublePress()))
    return () => clearTimeout(timer)
  }, [])
  const onClickCapture = (event: MouseEvent) => {
    if (!waits) {
      pressedAt = performance.now()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for answers; these are the moves between them.
    <div
      role="group"
      aria-disabled={waits || undefined}
      onClickCapture={onClickCapture}
      className="-mx-[var(--gutter)] sticky bottom-0 grid grid-cols-[auto_auto_1fr] items-center gap-2 border-t bg-paper px-[var(--gutter)] py-3 sm:mx-0 sm:gap-3 sm:px-0 sm:py-4"
    >
      {children}
    </div>
  )
}
