'use client'

import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'

/**
 * After each step the focus goes where the task goes on, and what happened is said aloud. On arrival it goes to the
 * question too, so that one Tab reaches the answer, unless somebody has already begun elsewhere on the page.
 */
export function TaskFocus({ step, target, said }: { step: string; target: 'stem' | 'feedback'; said: string }) {
  const announce = useAnnounce()
  const before = useRef<string>(undefined)
  useEffect(() => {
    const isArrival = before.current === undefined
    if (before.current === step) return
    before.current = step
    if (isArrival && document.activeElement !== document.body) return
    goTo(isArrival ? 'stem' : target)
    if (!isArrival) announce(said)
  }, [step, target, said, announce])
  return null
}

function goTo(place: 'stem' | 'feedback'): void {
  find(place)?.focus({ preventScroll: true })
  // The evidence below the verdict is what is to be read: all of it above the bar at the foot, where it fits.
  if (place === 'feedback') find('evidence')?.scrollIntoView({ block: 'nearest' })
}

function find(task: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-task="${task}"]`)
}
