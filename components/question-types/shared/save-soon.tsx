'use client'

import { createContext, useContext } from 'react'

/** Saves the answer so far, soon. For fields that change without a change event. */
export const SaveSoon = createContext<() => void>(() => undefined)

export function useSaveSoon(): () => void {
  return useContext(SaveSoon)
}
