'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewOutcome } from '@/lib/core/memory/study-card'
import { Outbox, type OutboxState } from './outbox'
import type { SentReview } from './outbox-store'

/** The queue of this screen: what it holds is sent behind the learner's back, its state is told by the badge. */
export function useOutbox(options: {
  owner: string | null
  isGuest: boolean
  onOutcomes: (outcomes: readonly ReviewOutcome[]) => void
  /** Ratings that a page before this one left on the device. */
  onLeftOver: (reviews: readonly SentReview[]) => void
}): { state: OutboxState; send: (review: SentReview) => void } {
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
    const leftOver = opened.waiting().map(({ review }) => review)
    if (leftOver.length > 0) latest.current.onLeftOver(leftOver)
    opened.flush()
    return () => opened.leave()
  }, [owner, isGuest])
  const send = useCallback((review: SentReview) => outbox.current?.add(review), [])
  return { state, send }
}
