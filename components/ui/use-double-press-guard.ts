'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

/** Longer than most people need for a double click, shorter than anybody needs to read a card. */
export const DOUBLE_PRESS_MS = 400
/** A finger does not hit the same pixel twice; neighbouring ratings are farther apart. */
const SAME_PLACE_PX = 32

type Press = {
  /** The pressed key; null: a pointer. */
  readonly key: string | null
  readonly x: number
  readonly y: number
  /** By the clock of events, in milliseconds. */
  readonly at: number
  /** How far the screen was when it was pressed. */
  readonly step: number
}

/**
 * The second half of a double press, or a key held down, must not act on what the first half opened: it would rate a
 * card or accept an item unseen. `step` increases with each new card or item. Undo decreases it, so it may be repeated fast.
 */
export function useDoublePressGuard(step: number): void {
  const latest = useRef(step)
  useLayoutEffect(() => {
    latest.current = step
  })
  useEffect(() => {
    let last: Press | null = null
    const onPress = (event: KeyboardEvent | MouseEvent) => {
      const press = pressOf(event, latest.current)
      if (!press) return
      const first = last
      last = press
      if (first === null || first.step >= press.step || !isSamePress(first, press, event)) return
      last = { ...press, step: first.step }
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onPress, true)
    document.addEventListener('click', onPress, true)
    return () => {
      document.removeEventListener('keydown', onPress, true)
      document.removeEventListener('click', onPress, true)
    }
  }, [])
}

/** Null: a click that a key or a script has made. */
function pressOf(event: KeyboardEvent | MouseEvent, step: number): Press | null {
  const at = event.timeStamp
  if (event instanceof KeyboardEvent) return { key: event.key, x: 0, y: 0, at, step }
  return event.detail > 0 ? { key: null, x: event.clientX, y: event.clientY, at, step } : null
}

function isSamePress(first: Press, second: Press, event: Event): boolean {
  if (first.key !== second.key) return false
  if (event instanceof KeyboardEvent && event.repeat) return true
  return second.at - first.at <= DOUBLE_PRESS_MS && Math.hypot(second.x - first.x, second.y - first.y) <= SAME_PLACE_PX
}
