'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'
import { Outbox } from './outbox'
import type { OutboxState } from './outbox-state'
import type { QueueOwner } from './queue-owner'
import type { SentReview } from './sent-review'

/** The queue of this screen: what it holds is sent behind the learner's back, its state is told by the badge. */
export function useOutbox(
  options: QueueOwner & {
    onOutcomes: (outcomes: readonly ReviewOutcome[]) => void
    /** Ratings that a page before this one left on the device. */
    onLeftOver: (reviews: readonly SentReview[]) => void
  },
): { state: OutboxState; send: (review: SentReview) => void } {
  const [state, setState] = useState<OutboxState>({ kind: 'idle' })
  const outbox = useRef<Outbox | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const { owner, isGuest } = options
  useEffect(() => {
    const opened = new Outbox({
      owner,
      isGuest,
      onState: setState,
      onOutcomes: (outcomes) => latest.current.onOutcomes(outcomes),
    })
    outbox.current = opened
    let isHere = true
    void opened.waiting().then((kept) => {
      if (!isHere || kept.length === 0) return
      latest.current.onLeftOver(kept.map(({ review }) => review))
      opened.flush()
    })
    return () => {
      isHere = false
      opened.leave()
    }
  }, [owner, isGuest])
  const send = useCallback((review: SentReview) => outbox.current?.add(review), [])
  return { state, send }
}
