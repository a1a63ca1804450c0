'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** The value of the last drawing, for what runs later: a timer, a listener, an answer of the server. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
