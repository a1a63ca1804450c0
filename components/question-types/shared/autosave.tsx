'use client'

import { createContext, useContext } from 'react'

/** Saves the answer so far, soon. For fields that change without a change event. */
export const Autosave = createContext<() => void>(() => undefined)

export function useAutosave(): () => void {
  return useContext(Autosave)
}
