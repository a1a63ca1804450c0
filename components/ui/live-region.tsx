'use client'

import { useCallback, useSyncExternalStore } from 'react'

// One region for the whole app, outside React's tree of pages, so that a change of page does not cut a sentence off.
let said = ''
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** As `useAnnounce`, for what is no component. */
export function say(text: string): void {
  // The same sentence twice is no change to a screen reader; a no-break space makes it one.
  said = text === said ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

/** Announces a result to screen readers. */
export function useAnnounce(): (text: string) => void {
  return useCallback(say, [])
}

export function LiveRegion() {
  const text = useSyncExternalStore(
    subscribe,
    () => said,
    () => '',
  )
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}
