'use client'

import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'

/** After each step the focus goes where the task goes on, and what happened is said aloud. The first page is left alone. */
export function TaskFocus({ step, target, said }: { step: string; target: 'stem' | 'feedback'; said: string }) {
  const announce = useAnnounce()
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    document.querySelector<HTMLElement>(`[data-task="${target}"]`)?.focus({ preventScroll: target === 'stem' })
    announce(said)
  }, [step, target, said, announce])
  return null
}
