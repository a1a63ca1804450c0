'use client'

import { useEffect, useRef } from 'react'
import { useLatest } from './use-latest'

/** Acts after a drawing with another value than the one before. Not after the first. */
export function useOnChange<T>(value: T, act: () => void): void {
  const before = useRef(value)
  const latest = useLatest(act)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    latest.current()
  }, [value])
}
