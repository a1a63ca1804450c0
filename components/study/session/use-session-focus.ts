'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Session } from './session-reducer'

export type Focus = {
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly line: RefObject<HTMLInputElement | null>
  readonly answer: RefObject<HTMLDivElement | null>
}

/**
 * Focus moves with the task: to the line that the answer is written on, to the question where there is none, to its answer,
 * to what was done. On arrival reading starts at the top, unless there is a line; but cards that took the place of others
 * take the focus over.
 */
export function useSessionFocus({ turn, shown, leech }: Session, isEditing: boolean, tookOver = false): Focus {
  const heading = useRef<HTMLHeadingElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  // Info gives the focus back by itself; the editor is gone with it.
  const task = `${turn} ${shown} ${isEditing} ${leech?.factId}`
  const before = useRef(tookOver ? null : task)
  // Once, and not where somebody has been quicker than the script.
  useEffect(() => {
    if (document.activeElement === document.body && mayFocusInput()) line.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (before.current === task) return
    before.current = task
    const front = (mayFocusInput() ? line.current : null) ?? heading.current
    const target = shown ? answer.current : front
    target?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [task, shown])
  return { heading, line, answer }
}

/**
 * A finger has no keys until the keyboard on the screen comes up, and it would cover the card unasked. Keys of a keyboard
 * beside it go into the line all the same (use-answer-input.ts).
 */
export function mayFocusInput(): boolean {
  return window.matchMedia('(pointer: fine)').matches
}
