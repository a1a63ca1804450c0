'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Session } from './session-state'

export type Focus = {
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly answer: RefObject<HTMLDivElement | null>
}

/**
 * Focus moves with the task: to the question, to its answer, to what was done. Not on arrival, where reading starts at the
 * top; but cards that took the place of others take the focus over.
 */
export function useFocusWithTask({ turn, shown, leech }: Session, isEditing: boolean, tookOver = false): Focus {
  const heading = useRef<HTMLHeadingElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  // Info gives the focus back by itself; the editor is gone with it.
  const task = `${turn} ${shown} ${isEditing} ${leech?.factId}`
  const before = useRef(tookOver ? null : task)
  useEffect(() => {
    if (before.current === task) return
    before.current = task
    const target = shown ? answer.current : heading.current
    target?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [task, shown])
  return { heading, answer }
}
