'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { QueueSender } from './queue-sender'
import type { EventOutcome, QueueOwner, QueueState, StudyEvent } from './study-event'

/** The queue of this screen: events are sent in the background, and the badge shows its state. */
export function useEventQueue(
  options: QueueOwner & {
    onOutcomes: (outcomes: readonly EventOutcome[]) => void
    /** Events that a page before this one left on the device. */
    onLeftover: (events: readonly StudyEvent[]) => void
  },
): { state: QueueState; send: (event: StudyEvent) => void } {
  const [state, setState] = useState<QueueState>({ kind: 'idle' })
  const sender = useRef<QueueSender | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const { owner, isGuest } = options
  useEffect(() => {
    const opened = new QueueSender({
      owner,
      isGuest,
      onState: setState,
      onOutcomes: (outcomes) => latest.current.onOutcomes(outcomes),
    })
    sender.current = opened
    let isMounted = true
    void opened.waiting().then((queued) => {
      if (!isMounted || queued.length === 0) return
      latest.current.onLeftover(queued.map(({ event }) => event))
      opened.flush()
    })
    return () => {
      isMounted = false
      opened.leave()
    }
  }, [owner, isGuest])
  const send = useCallback((event: StudyEvent) => sender.current?.add(event), [])
  return { state, send }
}
