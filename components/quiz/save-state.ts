'use client'

import { useSyncExternalStore } from 'react'

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline'

// One sitting a page: the form says what happens to an answer, the badge above it shows it.
let state: SaveState = 'saved'
const listeners = new Set<() => void>()

export function setSaveState(next: SaveState): void {
  state = next
  for (const listener of listeners) listener()
}

export function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, read, () => 'saved')
}

function read(): SaveState {
  return navigator.onLine ? state : 'offline'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
