'use client'

export type Told = {
  readonly kind: 'told'
  readonly id: number
  readonly sentence: string
  readonly back?: { readonly label: string; readonly run: () => void } | undefined
}
/** It is true no longer. */
type Withdrawn = { readonly kind: 'withdrawn'; readonly id: number }
export type ToastNews = Told | Withdrawn

// What was told and not shown yet: the first toast waits until its host is fetched.
let waiting: readonly ToastNews[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** What is returned takes the toast away again, shown or not. */
export function tell(told: Pick<Told, 'sentence' | 'back'>): () => void {
  lastId += 1
  const id = lastId
  set([...waiting, { kind: 'told', id, ...told }])
  return () => {
    const isShown = waiting.every((news) => news.id !== id)
    set(isShown ? [...waiting, { kind: 'withdrawn', id }] : waiting.filter((news) => news.id !== id))
  }
}

export function takeToasts(): readonly ToastNews[] {
  const taken = waiting
  if (taken.length > 0) set([])
  return taken
}

export function readToasts(): readonly ToastNews[] {
  return waiting
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: readonly ToastNews[]): void {
  waiting = next
  for (const listener of listeners) listener()
}
