'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'

type ToastAction = { readonly label: string; readonly run: () => void }
type ToastRequest = {
  readonly id: string
  readonly sentence: string
  readonly action?: ToastAction | undefined
}
/** What shows toasts once it is loaded. */
export type ToastSink = { readonly add: (request: ToastRequest) => void; readonly close: (id: string) => void }

const ToastHost = lazy(async () => ({ default: (await import('./toast-host')).ToastHost }))

let sink: ToastSink | null = null
// Toasts asked for before the host was loaded.
let waiting: readonly ToastRequest[] = []
let asked = 0
const listeners = new Set<() => void>()

/** Says what was done and, where it can be undone, offers that. The function returned closes the toast early. */
export function notify(sentence: string, action?: ToastAction): () => void {
  asked += 1
  const request = { id: `toast-${asked}`, sentence, action }
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
  const isNeeded = useSyncExternalStore(subscribe, isAsked, isNever)
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

const isAsked = () => asked > 0
const isNever = () => false
