'use client'

import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { readToasts, subscribeToasts, type ToastNews, tell } from './toast-queue'

const ToastHost = lazy(async () => ({ default: (await import('./toast-host')).ToastHost }))
const NOTHING: readonly ToastNews[] = []

/** Where toasts appear; fetched with the first one. */
export function Toaster() {
  const news = useSyncExternalStore(subscribeToasts, readToasts, () => NOTHING)
  const [isWanted, setIsWanted] = useState(false)
  if (news.length > 0 && !isWanted) setIsWanted(true)
  if (!isWanted) return null
  return (
    <Suspense>
      <ToastHost news={news} />
    </Suspense>
  )
}

/** Tells what was done and, where it can be undone, offers that. What is returned takes it away when it holds no longer. */
export function notify(sentence: string, back?: { label: string; run: () => void }): () => void {
  return tell({ sentence, back })
}
