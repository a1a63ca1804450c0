'use client'

import { useCallback, useRef, useState } from 'react'

/** Which of the items on the page are selected. What has left the page is no longer. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  const selected = ids.filter((id) => chosen.has(id))

  /** With `reach`, all from the last one that was touched to this one become as this one. */
  const toggle = useCallback(
    (id: string, reach = false) => {
      const from = reach && anchor.current ? ids.indexOf(anchor.current) : -1
      const at = ids.indexOf(id)
      const touched = from < 0 ? [id] : ids.slice(Math.min(from, at), Math.max(from, at) + 1)
      anchor.current = id
      setChosen((before) => {
        const after = new Set(before)
        for (const one of touched) {
          if (before.has(id)) after.delete(one)
          else after.add(one)
        }
        return after
      })
    },
    [ids],
  )
  const all = () => setChosen(new Set(selected.length === ids.length ? [] : ids))
  const clear = () => setChosen(new Set())
  return { selected, isSelected: chosen, toggle, all, clear }
}
