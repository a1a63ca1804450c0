'use client'

import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { readTold, subscribeTold, type Told, tell } from './toast-queue'

const ToastHost = lazy(async () => ({ default: (await import('./toast-host')).ToastHost }))
const NOTHING: readonly Told[] = []

/** Where toasts appear; fetched with the first one. */
export function Toaster() {
  const told = useSyncExternalStore(subscribeTold, readTold, () => NOTHING)
  const [isWanted, setIsWanted] = useState(false)
  if (told.length > 0 && !isWanted) setIsWanted(true)
  if (!isWanted) return null
  return (
    <Suspense>
      <ToastHost told={told} />
    </Suspense>
  )
}

/** Tells what was done and, where it can be undone, offers that. */
export function notify(sentence: string, back?: { label: string; run: () => void }): void {
  tell({ sentence, back })
}
