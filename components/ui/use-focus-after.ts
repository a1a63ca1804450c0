'use client'

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/** Handlers for an element whose controls go away: if the one that has the focus goes, `next` takes it. Nothing is scrolled. */
export function useFocusAfter(next: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    if (!focused.current || focused.current.isConnected) return
    focused.current = null
    next.current?.focus({ preventScroll: true })
  })
  return {
    onFocus: (event: FocusEvent) => {
      focused.current = event.target
    },
    onBlur: () => {
      focused.current = null
    },
  }
}
