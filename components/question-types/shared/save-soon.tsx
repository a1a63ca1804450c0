'use client'

import { createContext, useContext } from 'react'

/** Keeps what was answered so far, soon. For fields that change without an event of their own. */
export const SaveSoon = createContext<() => void>(() => undefined)

export function useSaveSoon(): () => void {
  return useContext(SaveSoon)
}
