'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

type Count = { readonly toCheck: number; readonly setToCheck: (toCheck: number) => void }

const CountContext = createContext<Count>({ toCheck: 0, setToCheck: () => undefined })

/** How many items of a deck need a check: as the server counted, and then as the Items tab counts. */
export function ToCheckProvider({ counted, children }: { counted: number; children: ReactNode }) {
  const [state, setState] = useState({ counted, toCheck: counted })
  if (state.counted !== counted) setState({ counted, toCheck: counted })
  const setToCheck = (toCheck: number) => setState({ counted, toCheck })
  return <CountContext value={{ toCheck: state.toCheck, setToCheck }}>{children}</CountContext>
}

/** The count behind the name of the tab, `label` for screen readers; nothing if nothing needs a check. */
export function ToCheckCount({ label }: { label: string }) {
  const { toCheck } = useContext(CountContext)
  if (toCheck === 0) return null
  return (
    <span className="ms-2 text-label font-semibold">
      {toCheck} <span className="sr-only">{label}</span>
    </span>
  )
}

/** The Items tab counts decisions at once. */
export function useReportToCheck(toCheck: number): void {
  const { setToCheck } = useContext(CountContext)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new count is reported.
  useEffect(() => setToCheck(toCheck), [toCheck])
}
