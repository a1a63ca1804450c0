'use client'

import { createContext, useContext } from 'react'

/** Keeps what was answered so far, soon. For fields that change without an event of their own. */
export const Keep = createContext<() => void>(() => undefined)

export function useKeep(): () => void {
  return useContext(Keep)
}
