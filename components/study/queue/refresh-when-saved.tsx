'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

// A page that the server made before it took a rating does not count it. Each tab remembers when the server last took
// one of its own, by the server's clock, in milliseconds.

const LAST_SAVED = 'bilim.events.saved'
const listeners = new Set<() => void>()

export function lastSavedAt(): number {
  try {
    return Number(sessionStorage.getItem(LAST_SAVED) ?? 0)
  } catch {
    return 0
  }
}

export function noteSaved(at: number): void {
  try {
    sessionStorage.setItem(LAST_SAVED, String(at))
  } catch {
    // Without storage going back may show a card that was rated; rating it again is logged and changes no date.
  }
  for (const listener of listeners) listener()
}

function onSaved(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Refreshed once for each save: where servers' clocks differ, the page that comes may be older still.
let refreshedFor = 0

/**
 * Leaving Study with the last key can be faster than the ratings: a page made while they were on their way counts
 * without them, and is refreshed when they are saved. `madeAt`: the server's clock, in milliseconds.
 */
export function RefreshWhenSaved({ madeAt }: { madeAt: number }) {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      refreshedFor = lastSavedAt()
      router.refresh()
    }
    if (lastSavedAt() > Math.max(madeAt, refreshedFor)) refresh()
    return onSaved(refresh)
  }, [madeAt, router])
  return null
}
