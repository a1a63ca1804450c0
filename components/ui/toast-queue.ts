'use client'

export type Told = {
  readonly sentence: string
  readonly back?: { readonly label: string; readonly run: () => void } | undefined
}

// What was told and not shown yet: the first toast waits until its host is fetched.
let waiting: readonly Told[] = []
const listeners = new Set<() => void>()

export function tell(told: Told): void {
  set([...waiting, told])
}

export function takeTold(): readonly Told[] {
  const taken = waiting
  if (taken.length > 0) set([])
  return taken
}

export function readTold(): readonly Told[] {
  return waiting
}

export function subscribeTold(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: readonly Told[]): void {
  waiting = next
  for (const listener of listeners) listener()
}
