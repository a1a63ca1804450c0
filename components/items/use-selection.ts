'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../ui/live-region'

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
  useCountAloud(selected.length)
  return { selected, isSelected: chosen, toggle, all, clear }
}

/** A key selects without the focus being on a box that would say so. What is done with a selection says itself that it is over. */
function useCountAloud(count: number) {
  const t = useTranslations('items.bulk')
  const announce = useAnnounce()
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is said is no reason to say it again.
  useEffect(() => {
    if (count > 0) announce(t('count', { count }))
  }, [count])
}
