import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'
import { sendMarks } from './marks-box'
import { Outbox } from './outbox'
import type { OutboxState } from './outbox-state'
import type { QueueOwner } from './queue-owner'

/** What came of what waited: `rejected`, there is no such card for this learner any more; `unread`, the server cannot make it out. */
export type LateNews = {
  readonly kind: 'saved' | 'rejected' | 'unread' | 'signed-out' | 'someone-else'
  readonly count: number
}

/** Sends what an earlier page left on this device, and tells what came of it; what is returned ends the telling. */
export function sendLate(who: QueueOwner, tell: (news: LateNews) => void): () => void {
  const marks = () => void sendMarks(who)
  marks()
  window.addEventListener('online', marks)
  const late = new Late(tell)
  const outbox = new Outbox({ ...who, onState: late.onState, onOutcomes: late.onOutcomes })
  void outbox.waiting().then((kept) => {
    late.waiting = new Set(kept.map(({ review }) => review.id))
    if (kept.length > 0) outbox.flush()
  })
  return () => {
    window.removeEventListener('online', marks)
    outbox.leave()
  }
}

class Late {
  /** Of those that were found here. What another tab is sending beside them is told there. */
  waiting: ReadonlySet<string> = new Set()
  private readonly tell: (news: LateNews) => void
  private readonly told = { saved: 0, rejected: 0 }

  constructor(tell: (news: LateNews) => void) {
    this.tell = tell
  }

  readonly onOutcomes = (outcomes: readonly ReviewOutcome[]): void => {
    const mine = outcomes.filter(({ id }) => this.waiting.has(id))
    this.waiting = new Set([...this.waiting].filter((id) => !mine.some((one) => one.id === id)))
    this.told.saved += mine.filter(({ kind }) => kind !== 'rejected').length
    // What was taken back in vain needs no word.
    this.told.rejected += mine.filter((one) => one.kind === 'rejected' && one.reason === 'no-such-fact').length
  }

  readonly onState = (state: OutboxState): void => {
    if (state.kind === 'saved' || state.kind === 'refused') this.sayAll()
    if (state.kind !== 'refused' || this.waiting.size === 0) return
    if (state.reason === 'other') this.tell({ kind: 'unread', count: 1 })
    else this.tell({ kind: state.reason, count: state.waiting })
  }

  private sayAll(): void {
    for (const kind of ['saved', 'rejected'] as const) {
      const count = this.told[kind]
      this.told[kind] = 0
      if (count > 0) this.tell({ kind, count })
    }
  }
}
