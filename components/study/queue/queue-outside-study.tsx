'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { notify } from '../../ui/toaster'
import { lastSavedAt, mayHaveWaiting, onSaved } from './event-queue'
import type { EventOutcome, QueueOwner, QueueState } from './study-event'

/**
 * Sends what an earlier study page left on this device (the tab was closed while offline), so that it does not wait until
 * the learner studies again. It reports the result, because the learner may have been told that something was waiting.
 * Nearly always nothing waits, and then nothing is fetched.
 */
export function FlushQueue({ owner, isGuest }: QueueOwner) {
  const t = useTranslations('common.lateSaves')
  useEffect(() => {
    let isMounted = true
    let stop = () => {}
    const send = async () => {
      if (!(await mayHaveWaiting())) return
      const { QueueSender } = await import('./queue-sender')
      if (!isMounted) return
      const report = new LeftoverReport(({ kind, count }) => notify(t(kind, { count })))
      const sender = new QueueSender({ owner, isGuest, onState: report.onState, onOutcomes: report.onOutcomes })
      stop = () => sender.leave()
      const queued = await sender.waiting()
      report.unsettled = new Set(queued.map(({ event }) => event.id))
      if (queued.length > 0) sender.flush()
    }
    // Offline nothing can be sent.
    send().catch(() => undefined)
    return () => {
      isMounted = false
      stop()
    }
  }, [owner, isGuest, t])
  return null
}

/**
 * What came of events that waited. `rejected`: there is no such card for this learner any more; `flag-rejected`: no such
 * fact; `unreadable`: the server cannot read an event.
 */
type LeftoverOutcome = {
  readonly kind: 'saved' | 'rejected' | 'flag-rejected' | 'unreadable' | 'signed-out' | 'someone-else'
  /** Ratings, or flags. */
  readonly count: number
}

class LeftoverReport {
  /** Events that were found here. What another tab is sending beside them is reported there. */
  unsettled: ReadonlySet<string> = new Set()
  private readonly report: (outcome: LeftoverOutcome) => void
  private readonly counts = { saved: 0, rejected: 0, 'flag-rejected': 0 }

  constructor(report: (outcome: LeftoverOutcome) => void) {
    this.report = report
  }

  readonly onOutcomes = (outcomes: readonly EventOutcome[]): void => {
    const settled = outcomes.filter(({ id }) => this.unsettled.has(id))
    const ids = new Set(settled.map(({ id }) => id))
    this.unsettled = new Set([...this.unsettled].filter((id) => !ids.has(id)))
    for (const outcome of settled) {
      const kind = countedAs(outcome)
      if (kind) this.counts[kind] += 1
    }
  }

  readonly onState = (state: QueueState): void => {
    if (state.kind === 'saved' || state.kind === 'refused') this.reportCounts()
    if (state.kind !== 'refused' || this.unsettled.size === 0) return
    this.report({ kind: state.reason, count: state.reason === 'unreadable' ? 1 : state.waiting })
  }

  private reportCounts(): void {
    for (const kind of ['saved', 'rejected', 'flag-rejected'] as const) {
      const count = this.counts[kind]
      this.counts[kind] = 0
      if (count > 0) this.report({ kind, count })
    }
  }
}

/** Null needs no message: a saved flag, and an undo that came too late. */
function countedAs(outcome: EventOutcome): 'saved' | 'rejected' | 'flag-rejected' | null {
  if (outcome.kind === 'flagged') return null
  if (outcome.kind === 'flag-rejected') return outcome.kind
  if (outcome.kind !== 'rejected') return 'saved'
  return outcome.reason === 'no-such-fact' ? 'rejected' : null
}

// Refreshed once for each save: where servers' clocks differ, the next page may be older still.
let refreshedFor = 0

/**
 * Leaving Study can be faster than saving the last ratings: a page rendered before they are saved does not count
 * them, and is refreshed when they are saved. `madeAt`: the server's clock, in milliseconds.
 */
export function RefreshWhenSaved({ madeAt }: { madeAt: number }) {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      refreshedFor = lastSavedAt()
      router.refresh()
    }
    if (lastSavedAt() > Math.max(madeAt, refreshedFor)) refresh()
    return onSaved(refresh)
  }, [madeAt, router])
  return null
}
