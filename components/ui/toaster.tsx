'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { say } from './live-region'
import type { ToastAction, ToastRequest, ToastSink } from './toast-host'

const ToastHost = lazy(async () => ({ default: (await import('./toast-host')).ToastHost }))

let sink: ToastSink | null = null
// Toasts requested before the host was loaded.
let waiting: readonly ToastRequest[] = []
let requested = 0
const listeners = new Set<() => void>()

/** Shows a sentence and announces it, with a button for `action`. Returns a function that closes the toast early. */
export function notify(sentence: string, action?: ToastAction): () => void {
  // Not by the toaster, which few screen readers read when it appears together with its first toast.
  say(sentence)
  requested += 1
  const request = { id: `toast-${requested}`, sentence, action }
  if (sink) sink.add(request)
  else waiting = [...waiting, request]
  for (const listener of listeners) listener()
  return () => {
    waiting = waiting.filter(({ id }) => id !== request.id)
    sink?.close(request.id)
  }
}

/** Where toasts appear. Most pages show none, so the host is loaded with the first toast. */
export function Toaster() {
  const isNeeded = useSyncExternalStore(subscribe, isRequested, isNotRequested)
  if (!isNeeded) return null
  return (
    <Suspense>
      <ToastHost onReady={connect} />
    </Suspense>
  )
}

function connect(host: ToastSink): () => void {
  sink = host
  for (const request of waiting) host.add(request)
  waiting = []
  return () => {
    sink = null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isRequested = () => requested > 0
const isNotRequested = () => false
