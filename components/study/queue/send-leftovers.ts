import { QueueSender } from './queue-sender'
import type { EventOutcome, QueueOwner, QueueState } from './study-event'

/**
 * What came of events that waited. `rejected`: there is no such card for this learner any more; `flag-rejected`: no such
 * fact; `unreadable`: the server cannot read an event.
 */
export type LeftoverNews = {
  readonly kind: 'saved' | 'rejected' | 'flag-rejected' | 'unreadable' | 'signed-out' | 'someone-else'
  /** Ratings, or flags. */
  readonly count: number
}

/** Sends what an earlier page left on this device, and reports what came of it until the returned function is called. */
export function sendLeftovers(who: QueueOwner, report: (news: LeftoverNews) => void): () => void {
  const leftovers = new Leftovers(report)
  const sender = new QueueSender({ ...who, onState: leftovers.onState, onOutcomes: leftovers.onOutcomes })
  void sender.waiting().then((queued) => {
    leftovers.unsettled = new Set(queued.map(({ event }) => event.id))
    if (queued.length > 0) sender.flush()
  })
  return () => sender.leave()
}

class Leftovers {
  /** Events that were found here. What another tab is sending beside them is reported there. */
  unsettled: ReadonlySet<string> = new Set()
  private readonly report: (news: LeftoverNews) => void
  private readonly counts = { saved: 0, rejected: 0, 'flag-rejected': 0 }

  constructor(report: (news: LeftoverNews) => void) {
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
